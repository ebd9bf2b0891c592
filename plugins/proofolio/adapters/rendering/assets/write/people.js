// Whose folder: the people that this site may name, to choose from. Anybody else types the folder's name.

export async function people({ form, data, part }) {
  const list = part("people");
  if (!list || !data.people) return;
  try {
    const place = new URL(data.people, new URL(form.dataset.document, location.href));
    const { people: known } = await (await fetch(place)).json();
    data.taken = Object.fromEntries(known.map(({ id, folders }) => [id, folders ?? []]));
    list.replaceChildren(...known.map(({ id, name }) => {
      const option = document.createElement("option");
      option.value = id;
      option.label = name;
      option.textContent = name;
      return option;
    }));
  } catch {
    // Without the list, the name of the folder is typed.
  }
}
