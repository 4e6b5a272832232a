// Writes what the program is made of, as a software bill of materials (CycloneDX), for programs that look for faults known in it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Contrib, Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";
import { PackageURL } from "packageurl-js";
import spdx from "spdx-expression-parse";
import { foldersOf } from "./notices.mjs";

const root = join(import.meta.dirname, "..");
const { Builders, Factories, Utils } = Contrib.FromNodePackageJson;
const builder = new Builders.ComponentBuilder(
  new Factories.ExternalReferenceFactory(),
  new Contrib.License.Factories.LicenseFactory(spdx),
);

/** Of the packages that these files belong to, told as paths from the folder of the package. */
export function writeBillOfMaterials(files) {
  const { packages } = json("package-lock.json");
  const program = component(json("package.json"), Enums.ComponentType.Application);
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: program }) });
  for (const folder of foldersOf(files)) {
    const bundled = component(json(join(folder, "package.json")), Enums.ComponentType.Library);
    // the lock names it by where it lies in node_modules, be that a link to another folder
    const { integrity } = packages[folder.slice(folder.indexOf("node_modules/"))];
    const [algorithm, digest] = Utils.parsePackageIntegrity(integrity);
    bundled.hashes.set(algorithm, digest);
    bom.components.add(bundled);
    program.dependencies.add(bundled.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  const text = serializer.serialize(bom, { sortLists: true, space: 2 });
  writeFileSync(join(root, "dist/bom.cdx.json"), `${text}\n`);
}

function component(packageJson, type) {
  const made = builder.makeComponent(packageJson, type);
  const { group, name, version } = made;
  made.author = undefined; // the notices say whose it is, and no addresses of people are needed
  made.purl = new PackageURL("npm", group, name, version).toString();
  made.bomRef.value = made.purl;
  return made;
}

function json(path) {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}
