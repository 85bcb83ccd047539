/**
 * Makes what the browser gets from what the repository and node_modules hold: style sheets, typeface, icons.
 * Called with the repository as working directory, after `npm ci`; writes into var/ only.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { Buffer } from "node:buffer";
import { Features, transform } from "lightningcss";

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
    ...["skip-link", "link", "heading", "paragraph"].map(candidate),
    ...["button", "form-field", "form-label", "form-field-description", "form-field-error-message", "form-fieldset",
      "textbox", "textarea", "select", "checkbox", "radio-button", "alert", "breadcrumb-nav", "alternate-lang-nav",
      "table", "pagination"].map(utrecht),
    ...["fonts", "tokens"].map(ours),
    { css: () => atNight(evening(":root")) },
    ...[
      "design-system", "base", "layout", "header", "footer", "doors", "drawings",
      "hero", "tiles", "contact", "danger", "notices", "aside", "page-head", "service-page", "steps", "details", "places", "tables",
      "confirmation", "error-page",
      "forms", "search", "finder", "self-check", "directory", "organisations", "town-map", "guides", "how-fast",
      "conversation", "residents", "languages", "print",
    ].map(ours),
  ],
  "staff.css": [
    ...["fonts", "tokens"].map(ours),
    // Wagtail lets a colleague choose light, dark or the system's choice.
    { css: () => atNight(evening(":root.w-theme-system")) + `@media screen { ${evening(":root.w-theme-dark")} }` },
    ...[
      "conversation", "wagtail", "desk", "queue", "question", "desk-forms", "report", "sign-in",
      "editors", "chats", "charts", "posters", "hours", "translations", "second-factor",
    ].map(ours),
  ],
};

// Browsers of about four years: an old phone that still gets a browser from its shop.
const version = (major, minor = 0) => (major << 16) | (minor << 8);
const targets = {
  chrome: version(100), android: version(100), firefox: version(100), samsung: version(18),
  safari: version(15), ios_saf: version(15),
};

// Variants that no template uses; together they are a third of the design system's weight.
const unusedSymbols = [
  ...["ready", "warning", "pressed", "busy", "active", "hover", "focus", "focus-visible", "distanced", "disabled"]
    .map((name) => `utrecht-button--${name}`),
  ...["textbox", "textarea", "select"].flatMap((name) => ["focus", "focus-visible", "hover"]
    .map((state) => `utrecht-${name}--${state}`)),
  ...["checked", "hover", "focus", "focus-visible", "active", "disabled"].map((name) => `utrecht-radio-button--${name}`),
  "utrecht-breadcrumb-nav--arrows", "utrecht-table__header--sticky", "utrecht-table__footer--sticky",
  "utrecht-table__header-cell--sticky-block", "utrecht-table__header-cell--sticky-inline", "utrecht-table--row-hover",
  "utrecht-table--row-focus-within", "utrecht-table__header--hidden", "utrecht-table-container--overflow-inline",
];

const typeface = "@fontsource/atkinson-hyperlegible-next";
const scripts = ["latin", "latin-ext"];
const weights = [400, 700];
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

function bundle(name, files) {
  const read = (file) => (file.css ? file.css() : readFileSync(file, "utf8").replace(/\/\*# sourceMappingURL.*?\*\//g, ""));
  const source = files.map(read).join("\n");
  const { code, warnings } = transform({ filename: name, code: Buffer.from(source), minify: true, targets, unusedSymbols, exclude: Features.LightDark });
  for (const warning of warnings) console.error(`${name}: ${warning.message}`);
  const licence = files.some((file) => !file.css && file.startsWith(installed)) ? "/*! NL Design System components: EUPL-1.2 */" : "";
  write(join(out, "build/css", name), licence + code);
}

function fonts() {
  for (const script of scripts) {
    for (const weight of weights) {
      const file = `atkinson-hyperlegible-next-${script}-${weight}-normal.woff2`;
      write(join(out, "build/fonts", file), readFileSync(join(installed, typeface, "files", file)));
    }
  }
  write(join(out, "build/fonts/LICENSE.txt"), readFileSync(join(installed, typeface, "LICENSE")));
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

/** One file with the icons that are named in static/icons.json, each a symbol. */
function icons() {
  const wanted = Object.values(JSON.parse(readFileSync("static/icons.json", "utf8"))).flat();
  const set = JSON.parse(readFileSync(join(installed, "@iconify-json/tabler/icons.json"), "utf8"));
  const symbols = [...new Set(wanted)].sort().map((name) => {
    const icon = set.icons[name] ?? set.icons[set.aliases?.[name]?.parent];
    if (!icon) throw new Error(`static/icons.json names "${name}", which Tabler does not have`);
    return `<symbol id="${name}" viewBox="0 0 24 24">${icon.body}</symbol>`;
  });
  write(join(out, "build/img/icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("\n")}</svg>\n`);
}

/** axe-core is a development dependency: absent in an installation that only runs. */
function axe() {
  const source = join(installed, "axe-core/axe.min.js");
  if (!existsSync(source)) return;
  mkdirSync(join(out, "build-test"), { recursive: true });
  copyFileSync(require.resolve("axe-core/axe.min.js"), join(out, "build-test", basename(source)));
}

for (const [name, files] of Object.entries(sheets)) bundle(name, files);
fonts();
facesOnPaper();
icons();
axe();
