/**
 * Makes what the browser gets from what the repository and node_modules hold: style sheets and icons. The typeface is cut
 * by tools/typeface.py.
 * Called with the repository as working directory, after `npm ci`; writes into var/ only.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { Buffer } from "node:buffer";
import { Features, transform } from "lightningcss";
import { classesOf, settled } from "./design_system.mjs";

const require = createRequire(join(process.cwd(), "package.json"));
const installed = join(process.cwd(), "node_modules");
const out = process.env.PORTAL_VAR || "var";

const utrecht = (name) => join(installed, `@utrecht/${name}-css/dist/index.css`);
const candidate = (name) => join(installed, `@nl-design-system-candidate/${name}-css/dist/${name}.css`);
// No source is called as what is made of it: static/ comes first where Django looks for files.
const ours = (name) => `static/css/${name}.css`;
const evening = (selector) => readFileSync(ours("dark"), "utf8").replace(":root", selector);
const atNight = (css) => `@media screen and (prefers-color-scheme: dark) { ${css} }`;

// The order is the cascade: the design system first, so that our own sheets can finish it.
const sheets = {
  "site.css": [
    ...["skip-link", "link"].map(candidate),
    ...["button", "form-field", "form-label", "form-field-description", "form-field-error-message", "form-fieldset",
      "textbox", "textarea", "select", "checkbox", "radio-button", "alert", "breadcrumb-nav",
      "table", "pagination"].map(utrecht),
    ...["fonts", "tokens"].map(ours),
    { css: () => atNight(evening(":root")) },
    ...[
      "design-system", "base", "layout", "header", "footer", "doors", "drawings",
      "hero", "tiles", "contact", "danger", "notices", "aside", "page-head", "service-page", "steps", "details", "places", "tables",
      "confirmation", "error-page",
      "forms", "search", "finder", "self-check", "organisations", "town-map", "guides", "how-fast",
      "conversation", "residents", "languages", "print",
    ].map(ours),
  ],
  // Only the list of organisations needs these: every other first view is lighter without them.
  "directory-page.css": [ours("directory")],
  "staff.css": [
    ...["fonts", "tokens"].map(ours),
    // Wagtail lets a colleague choose light, dark or the system's choice.
    { css: () => atNight(evening(":root.w-theme-system")) + `@media screen { ${evening(":root.w-theme-dark")} }` },
    ...[
      "conversation", "wagtail", "desk", "desk-forms", "desk-keys", "queue", "queue-list", "question-log", "question-side",
      "question", "answer-box", "ending", "report", "sign-in", "editors", "chats", "charts", "posters", "hours", "translations", "second-factor",
    ].map(ours),
  ],
};

// Browsers of about four years: an old phone that still gets a browser from its shop.
const version = (major, minor = 0) => (major << 16) | (minor << 8);
const targets = {
  chrome: version(100), android: version(100), firefox: version(100), samsung: version(18),
  safari: version(15), ios_saf: version(15),
};

// The parts of the design system that templates use (tests/portal/test_look.py). Whatever else it has is left out: four
// fifths of its weight.
const parts = [
  ...["", "--visible-on-focus"].map((part) => `nl-skip-link${part}`), "nl-link",
  ...["", "--error", "--info", "--ok", "--warning", "__content", "__icon", "__message"].map((part) => `utrecht-alert${part}`),
  ...["", "__item", "__link", "__list", "__list--html-ol", "__separator"].map((part) => `utrecht-breadcrumb-nav${part}`),
  ...["", "--danger", "--primary-action", "--secondary-action", "--subtle"].map((part) => `utrecht-button${part}`),
  ...["", "--invalid", "__error-message", "__input", "__label"].map((part) => `utrecht-form-field${part}`),
  "utrecht-form-field-description", "utrecht-form-field-error-message", "utrecht-form-label",
  ...["", "--html-fieldset", "--invalid", "__legend", "__legend--html-legend"].map((part) => `utrecht-form-fieldset${part}`),
  ...["checkbox", "radio-button", "textbox"].flatMap((name) => [`utrecht-${name}`, `utrecht-${name}--html-input`]),
  ...["textarea", "select"].flatMap((name) => [`utrecht-${name}`, `utrecht-${name}--html-${name}`]),
  ...["checkbox", "textbox", "textarea", "select"].map((name) => `utrecht-${name}--invalid`),
  "utrecht-table", "utrecht-table--html-table",
  ...["", "__page-link", "__page-link--current", "__relative-link"].map((part) => `utrecht-pagination${part}`),
];

const onPaper = {
  "atkinson-hyperlegible-next": "AtkinsonHyperlegibleNext", "noto-sans": "NotoSans", vazirmatn: "Vazirmatn",
};

/** Writes under another name first: a server that reads at the same moment never finds half a file. */
function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}

const isInstalled = (file) => !file.css && file.startsWith(installed);

function bundle(name, files) {
  const read = (file) => (file.css ? file.css() : readFileSync(file, "utf8").replace(/\/\*# sourceMappingURL.*?\*\//g, ""));
  const source = files.map(read).join("\n");
  const options = { filename: name, minify: true, targets, exclude: Features.LightDark };
  const theirs = files.filter(isInstalled).map(read).join("\n");
  const unusedSymbols = classesOf(theirs).filter((each) => !parts.includes(each));
  const { code: whole, warnings } = transform({ ...options, code: Buffer.from(source), unusedSymbols });
  for (const warning of warnings) console.error(`${name}: ${warning.message}`);
  // Merged once more: rules that differed in a token that nobody sets are the same now.
  const { code } = transform({ ...options, code: Buffer.from(settled(whole.toString())), unusedSymbols });
  const licence = theirs ? "/*! NL Design System components: EUPL-1.2 */" : "";
  write(join(out, "build/css", name), licence + code);
}

/** What is printed needs whole faces as TrueType. No browser asks for them, so they stand beside what is served. */
function facesOnPaper() {
  for (const [name, file] of Object.entries(onPaper)) {
    for (const weight of ["400Regular", "700Bold"]) {
      const source = join(installed, "@expo-google-fonts", name, weight, `${file}_${weight}.ttf`);
      write(join(out, "paper-fonts", basename(source)), readFileSync(source));
    }
    write(join(out, "paper-fonts", `LICENSE-${file}.txt`), readFileSync(join(installed, "@expo-google-fonts", name, "LICENSE_FONT")));
  }
}

/**
 * A file with all icons that are named in static/icons.json, each a symbol: pages and posters take shapes out of it. And
 * one with the icons of the interface, which stand on every page: the only one that browsers ask for.
 */
function icons() {
  const lists = JSON.parse(readFileSync("static/icons.json", "utf8"));
  const set = JSON.parse(readFileSync(join(installed, "@iconify-json/tabler/icons.json"), "utf8"));
  const sprite = (names) => {
    const symbols = [...new Set(names)].sort().map((name) => {
      const icon = set.icons[name] ?? set.icons[set.aliases?.[name]?.parent];
      if (!icon) throw new Error(`static/icons.json names "${name}", which Tabler does not have`);
      return `<symbol id="${name}" viewBox="0 0 24 24">${icon.body}</symbol>`;
    });
    return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("\n")}</svg>\n`;
  };
  write(join(out, "build/img/icons.svg"), sprite(Object.values(lists).flat()));
  write(join(out, "build/img/interface.svg"), sprite(lists.interface));
}

/** axe-core is a development dependency: absent in an installation that only runs. */
function axe() {
  const source = join(installed, "axe-core/axe.min.js");
  if (!existsSync(source)) return;
  mkdirSync(join(out, "build-test"), { recursive: true });
  copyFileSync(require.resolve("axe-core/axe.min.js"), join(out, "build-test", basename(source)));
}

for (const [name, files] of Object.entries(sheets)) bundle(name, files);
facesOnPaper();
icons();
axe();
