import { readFileSync } from "node:fs";
import { validateXML } from "xmllint-wasm";

/** What a validator of XML Schema finds wrong with a document, nothing where it is as Jenkins takes it. */
export async function junitFaults(xml: string): Promise<string[]> {
  const schema = readFileSync("tests/format/junit.xsd", "utf8");
  const { errors } = await validateXML({ xml: { fileName: "junit.xml", contents: xml }, schema });
  return errors.map(({ message }) => message);
}
