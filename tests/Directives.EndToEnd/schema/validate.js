// Holds JSON files against Microsoft's published schemas of the app manifest: node validate.js VERSION (SCHEMA FILE)...
// A line for each problem on standard output; status 1 where there is one.
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv-draft-04');
const addFormats = require('ajv-formats');

const [version, ...pairs] = process.argv.slice(2);
const folder = path.join(__dirname, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams', `v${version}`);
let problems = 0;
for (let i = 0; i < pairs.length; i += 2) {
  const [schema, file] = [pairs[i], pairs[i + 1]];
  // The schemas say more than draft 04 knows, for editors, and write a bracket where a Unicode expression may not have one.
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const isValid = ajv.compile(JSON.parse(fs.readFileSync(path.join(folder, `${schema}.schema.json`), 'utf8')));
  if (isValid(JSON.parse(fs.readFileSync(file, 'utf8')))) continue;
  for (const error of isValid.errors) console.log(`${path.basename(file)}${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`);
  problems += isValid.errors.length;
}

process.exit(problems > 0 ? 1 : 0);
