import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

/** What an XML document breaks of a schema in `schemas/`, as libxml2 says it. */
export async function schemaProblems(
  xml: string,
  schema: 'refi-qda-project.xsd' | 'graphml.xsd',
): Promise<string[]> {
  const contents = readFileSync(join(import.meta.dirname, 'schemas', schema));
  const { errors } = await validateXML({
    xml: { fileName: 'export.xml', contents: xml },
    schema: { fileName: schema, contents },
  });
  return errors.map(({ message }) => message);
}
