"""Rules of the first pass: can the file be read, and has it the right shape?"""

from __future__ import annotations

from proofolio.core.diagnostics.rule import Rule

NOT_UTF8 = Rule(
    "not-utf8",
    "The file is not UTF-8 text",
    "Other encodings turn accents and other scripts into wrong letters, and some programs stop on them.",
    "Open the file in your editor and save it again with the encoding UTF-8.",
)
HIDDEN_CHARACTER = Rule(
    "hidden-character",
    "The text holds an invisible control character",
    "Such characters come along when text is pasted from slides or a word processor. They break some "
    "programs, and can make a text look different from what it says.",
    "Delete the character at the place shown; retyping the line is the quickest way.",
)
MALFORMED_YAML = Rule(
    "malformed-yaml",
    "The YAML cannot be read",
    "Settings are written in YAML: on each line a key, a colon, a space and a value. A slip in the "
    "indentation or a stray character makes everything after it ambiguous, so nothing is read.",
    "Look at the place shown and at the line above it. A text that holds a # or that starts with a special "
    "character needs quotes around it.",
)
DUPLICATE_KEY = Rule(
    "duplicate-key",
    "The same key stands twice",
    "Only one of the two values could count, and nobody could tell which.",
    "Keep the value that you mean and delete the other line.",
)
YAML_FEATURE = Rule(
    "yaml-feature",
    "A YAML feature that is not allowed here",
    "Anchors, aliases, merge keys and tags can make a small file grow without end or mean something unseen.",
    "Write the value out in full. If the text itself starts with & or * or !, put it in quotes.",
)
TOO_COMPLEX = Rule(
    "too-complex",
    "The YAML is too large or nested too deeply",
    "People's files stay small; what is larger or deeper is a mistake or an attempt to stop the site.",
    "Move prose into the body below the settings, and tables into a file of their own that is listed under "
    "artifacts.",
)
NOT_A_MAPPING = Rule(
    "not-a-mapping",
    "The file does not hold keys and values",
    "Every file is a set of named values; a bare list or a single word has no names.",
    "Start each line with a key and a colon, such as title: My title.",
)
FRONT_MATTER_MISSING = Rule(
    "front-matter-missing",
    "The file does not start with front matter",
    "What the file is about is said between two lines of three dashes. Without it the file would be read as "
    "plain text, and even what is meant to be private would show.",
    "Make the very first line --- and close the block with another line ---.",
)
FRONT_MATTER_UNCLOSED = Rule(
    "front-matter-unclosed",
    "The front matter is never closed",
    "Without the second line of dashes nobody can tell where the settings end and your text begins.",
    "Add a line with exactly three dashes after the last setting.",
)
UNKNOWN_KEY = Rule(
    "unknown-key",
    "A key that this kind of file does not have",
    "A misspelt key would be left out silently, and with it what you meant by it.",
    "Correct the spelling, or remove the line.",
)
MISSING_KEY = Rule(
    "missing-key",
    "A key is missing",
    "This kind of file cannot be understood without it.",
    "Add the key with its value.",
)
WRONG_TYPE = Rule(
    "wrong-type",
    "The value is of the wrong kind",
    "A text where a number is wanted, or a list where one value is wanted, cannot be used safely.",
    "Write the value in the form that the message names.",
)
UNKNOWN_VALUE = Rule(
    "unknown-value",
    "The value is not one of those allowed",
    "This setting has a fixed list of values.",
    "Choose one of the values that the hint names.",
)
NOT_PLAIN_TEXT = Rule(
    "not-plain-text",
    "This text must be plain",
    "Titles and short texts are shown in many places where markup would break the page.",
    "Take out the < and > signs, and line breaks, or write them as words.",
)
BAD_ID = Rule(
    "bad-id",
    "The name is not a valid id",
    "Ids are part of addresses and of credentials for ever, so they are kept simple.",
    "Use lower-case letters a to z, digits and single hyphens, at most 64 characters.",
)
BAD_DATE = Rule(
    "bad-date",
    "The date cannot be read",
    "Dates are compared and sorted, so they have one form only.",
    "Write the date as year-month-day, for example 2026-10-05.",
)
BAD_TIME = Rule(
    "bad-time",
    "Not a time in a recording",
    "A time says how far into a film or a sound recording something happens, as players show it: minutes and"
    " seconds. Of 65 nobody could tell which of the two it means.",
    "Write 1:05 for one minute and five seconds, 1:02:33 with an hour in front, 0:40 for forty seconds.",
)
BAD_DURATION = Rule(
    "bad-duration",
    "The duration cannot be read",
    "Durations are added to dates, so they have one form only.",
    "Write P3Y for three years, P18M for eighteen months, P2W for two weeks.",
)
BAD_ADDRESS = Rule(
    "bad-address",
    "The web address cannot be used",
    "Only http and https addresses are published; others can run programs on a reader's machine.",
    "Start the address with https:// and copy it whole from the browser.",
)
BAD_DIGEST = Rule(
    "bad-digest",
    "The digest cannot be read",
    "A review counts for exactly the version that was read; the digest names that version.",
    "Write sha256: followed by 64 hexadecimal digits; proofolio digest prints it.",
)
BAD_SIGNING_KEY = Rule(
    "bad-signing-key",
    "The signing key cannot be used",
    "Signatures of commits are compared with the public keys on the roster, so each must be whole.",
    "Copy the whole line of the file that ends in .pub, from ssh-… on, one key for each entry of the list.",
)
EMAIL_NOT_HASHED = Rule(
    "email-not-hashed",
    "An e-mail address on the roster is not hashed",
    "Everybody can read the roster. With a hash, a wallet can still tell whether a credential belongs to an"
    " address that it knows, and nobody can read the address.",
    "Run proofolio recipient with the person's id; it asks for the address and prints the lines to put here.",
)
BAD_KEY_DOCUMENT = Rule(
    "bad-key-document",
    "The issuer's keys cannot be used",
    "Verifiers all over the world read this document, and are strict about its form. With a faulty one no"
    " credential of yours can be checked.",
    "Restore competencies/issuer/did.json from Git; only proofolio keys new and proofolio keys rotate write"
    " it.",
)
BAD_RULE = Rule(
    "bad-rule",
    "This part of the rule cannot be understood",
    "A pathway's rule is built from all_of, any_of and at_least … of.",
    "Use one of all_of, any_of, or at_least together with of, or the id of a micro-credential.",
)
BAD_FILE_NAME = Rule(
    "bad-file-name",
    "The file's name does not say what it must",
    "The date or the person is taken from the file's name, so that nothing has to be written twice.",
    "Rename the file to the form that the message names.",
)
BAD_NAME = Rule(
    "bad-name",
    "The file's name cannot be published",
    "Some names cannot be stored on every computer, or look like another name.",
    "Rename the file: letters, digits, spaces, hyphens and dots are always fine.",
)
NAME_CLASH = Rule(
    "name-clash",
    "Two names differ only in capitals or in how accents are stored",
    "On many computers they are the same file, and one would overwrite the other.",
    "Rename one of the two.",
)
RESERVED_NAME = Rule(
    "reserved-name",
    "This folder's name has a meaning of its own",
    "A page with this name would take the place of another one.",
    "Rename the folder. These names are taken: log, credentials, self-assessments, reviews, assets, index, "
    "search.",
)
MISPLACED_FILE = Rule(
    "misplaced-file",
    "A file where none is expected",
    "It would never be read, and you might believe that it counts.",
    "Move it to where the hint says, or delete it.",
)
MISSING_FILE = Rule(
    "missing-file",
    "A file that must be there is missing",
    "The folder cannot be understood without it.",
    "Create the file; proofolio new writes one that is ready to fill in.",
)
SYMBOLIC_LINK = Rule(
    "symbolic-link",
    "A symbolic link instead of a file",
    "A symbolic link is a shortcut to a file that lies elsewhere. It could publish what was never meant to "
    "be seen, so it is never followed.",
    "Replace the link with a copy of the file.",
)
SPECIAL_FILE = Rule(
    "special-file",
    "Not an ordinary file",
    "Pipes, devices and sockets are not evidence and can stop the build for ever.",
    "Delete it.",
)
UNREADABLE_FILE = Rule(
    "unreadable-file",
    "The file cannot be opened",
    "Proofolio has no permission to read it, or it vanished meanwhile.",
    "Close it in other programs, and check that you are allowed to open it.",
)
FILE_TOO_LARGE = Rule(
    "file-too-large",
    "The file is too large",
    "Large files make the repository slow for everyone and stay in its history for ever.",
    "Make it smaller, or put it where your organisation keeps videos and link to it with url.",
)
FILE_TYPE_NOT_ALLOWED = Rule(
    "file-type-not-allowed",
    "This type of file is not published",
    "Web pages, drawings with scripts and programs could act in a reader's browser.",
    "Save it as PDF, PNG or JPEG, or link to it with url.",
)
CONTENT_DIFFERS = Rule(
    "content-differs-from-extension",
    "The file is not what its name says",
    "A file that pretends to be another type is opened wrongly and can be harmful.",
    "Export it again from the program that made it, and keep the ending that it gives.",
)
LINE_TOO_LONG = Rule(
    "line-too-long",
    "A line is far too long",
    "No one writes such lines; they make the conversion very slow.",
    "Break the text into paragraphs, or attach it as a file.",
)
UNSAFE_MARKDOWN = Rule(
    "unsafe-markdown",
    "Markup that cannot be shown",
    "Some sequences stop the program that makes the pages, so the document is held back instead.",
    "Take out the place shown; it is often left over from pasting out of a word processor. For a < that is "
    "meant, write &lt; instead.",
)
UNKNOWN_FORMAT = Rule(
    "unknown-format",
    "An unknown version of the file formats",
    "A newer version may mean other things by the same words.",
    "Write format: 1, or install the version of Proofolio that knows this one.",
)
MALFORMED_JSON = Rule(
    "malformed-json",
    "The JSON cannot be read",
    "A credential is a signed document; a single changed character breaks it.",
    "Restore the file from Git; credentials are never edited by hand.",
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
