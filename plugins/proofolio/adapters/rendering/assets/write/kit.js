// What the forms of this site share. A form is a page (complete HTML), a JSON document beside it, and one
// small module that knows its file; `begin` does all the rest. Nothing that is written ever leaves the
// browser, except through the link that the writer follows at the end.
//
// A form's own module (evidence.js, review.js …) calls, as its last line, `begin(definition)`:
//
//   definition = {
//     kind: "evidence",                    the form's name; drafts are kept under it and `data.id`
//     file(answers, data) -> { path, text }    the file, byte for byte; `path` from the district's folder,
//                                              or null while it cannot be told (nobody named, no title)
//     gaps(answers, data) -> [{ message, hint?, field? }]      what is asked for and not there yet, as
//                                              `check` says it; `field` is the name of the field to go to
//     troubles(answers, data) -> [{ field, message, blocks? }] what stands in a field and cannot be taken;
//                                              `blocks`: the hand-over has to wait for it
//     look(answers, data) -> { title, facts: [{ name, value }], tables?, body }    for the preview;
//                                              `body` is Markdown
//     name(answers) -> string              what a draft is called in the list of drafts
//     started?(page)                       called once the form is there; page = { form, data, answers(),
//                                          changed() } (call changed() after changing fields by script)
//     shown?(page, answers)                called after each change, half a second late
//     copied?: true                        the text is for pasting (a review's comment): handing over opens
//                                          `data.handover.url` and always copies; no file name is needed
//   }
//
// The page (macros in templates/components/write.html: `frame`, `saved`, `missing`, `preview`, `handover`):
//   <form data-pf-write="evidence" data-document="…/form.json" novalidate hidden> … </form>
//   Fields have names: "title", "applied.date", "sections.context". `read(form)` gives the same as an object
//   { title, applied: { date }, sections: { context } }: texts as texts, a radio or select its value, a single
//   checkbox true or false, several checkboxes of one name with values a list of the ticked ones.
//   A field's error goes into the element with id `${field.id}-error` (made if it is not there).
//   Rows: <div data-pf-repeat="artifacts"> <ol data-pf-rows></ol> <template data-pf-row><li>… fields named
//   "title", "url"; "__" in id, for, name, aria-* becomes the row's number …</li></template>
//   <button data-pf-add></button></div> become answers.artifacts = [{ title, url }]. Within a row, buttons
//   data-pf-remove, data-pf-up, data-pf-down. `data-pf-most="30"` bounds them.
//   <textarea data-pf-count="section id"> has a count below it in [data-pf-counted="section id"].
//
// The JSON document (made by Python; core/publishing/write/document.py): { id, site, words, … } with, for
// handing over, `handover: { head, tail, limit, signin, upload, host, folder }`, see handover.js. Its `words`
// are all that the scripts say: a text with {places}, or [one, other] for `says`.
//
// Modules to use by themselves:
//   words.js     say(words.key, { places }), says(words.key, n, { places }), time(date), day(iso)
//   yaml.js      clean, plain, yamlText, inFlow, remark: the same as core/drafting's, byte for byte
//   body.js      placed(text, starters): a text that stays within its section; whole(lines)
//   outline.js   outline(markdown) -> [{ id, title, words }]; countWords(text); letters(title); slug(title)
//   fields.js    read(form), fill(form, answers)
//   repeat.js    repeats(form, changed)
//   store.js     open(site, kind, id) -> { state, list(), load(id), save(id, kept), remove(id) }; me(), remember(person)
//   errors.js    showErrors(form, troubles), summarise(form, troubles, words)
//   preview.js   preview(target, look, data), blocks(markdown) -> DOM nodes
//   handover.js  address(handover, path, text) -> { url, text }, as core/publishing/forge.new_file
