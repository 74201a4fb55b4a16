// Hands each case of cases.json to every consumer, and prints what they made of it. forms.mjs is that of the page.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { plain, uiSchema, uischema } from "./forms.mjs";

const require = createRequire(import.meta.url);
const { createElement } = require("react");
const { renderToStaticMarkup } = require("react-dom/server");
const Ajv = require("ajv").default;
const Ajv2020 = require("ajv/dist/2020").default;
const Form = require("@rjsf/core").default;
const { customizeValidator } = require("@rjsf/validator-ajv8");
const { JsonForms } = require("@jsonforms/react");
const { vanillaCells: cells, vanillaRenderers: renderers } = require("@jsonforms/vanilla-renderers");
const { AutoForm } = require("uniforms-unstyled");
const { JSONSchemaBridge } = require("uniforms-bridge-json-schema");
const { compile } = require("json-schema-to-typescript");

let complaints = [];
console.error = console.warn = console.log = (...said) => complaints.push(said.join(" "));
const shown = (component, props) => {
  complaints = [];
  return { html: renderToStaticMarkup(createElement(component, props)), complaints };
};
const strict = () => new Ajv2020({ strict: true, allErrors: true });
const usual = (schema) => {
  const draft7 = require("ajv/dist/refs/json-schema-draft-07.json");
  return new Ajv({ strict: true }).addMetaSchema({ ...draft7, $id: schema.$schema });
};
const twice = (schema) => {
  const ajv = strict();
  ajv.compile(schema);
  try {
    return ajv.compile({ ...schema });
  } catch (error) {
    return [error.message, (ajv.getSchema(schema.$id) ?? ajv.compile(schema))({})];
  }
};
const validator = customizeValidator({ AjvClass: Ajv2020 });

async function consume({ schema, given, right, wrong }, number) {
  const types = await compile({ ...schema, title: "Values" }, "Values");
  const accepted = `export const right: Values = ${JSON.stringify(right)};`;
  const refused = wrong.map((values, n) => `// @ts-expect-error\nexport const w${n}: Values = ${JSON.stringify(values)};`);
  writeFileSync(`case${number}.ts`, [types, accepted, ...refused].join("\n"));
  return {
    ajv2020: given.map((values) => strict().validate(schema, values)),
    ajv: given.map((values) => usual(schema).validate(schema, values)),
    twice: twice(schema),
    rjsf: shown(Form, { schema, validator, uiSchema: uiSchema(schema) }),
    jsonforms: shown(JsonForms, { schema, uischema: uischema(schema), ajv: strict(), data: {}, cells, renderers }),
    uniforms: shown(AutoForm, { schema: new JSONSchemaBridge({ schema: plain(schema), validator: () => null }) }),
  };
}

process.stdout.write(JSON.stringify(await Promise.all(require("./cases.json").map(consume))));
