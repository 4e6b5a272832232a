// Says whether a certificate proves a rules file: node verify-certificate.mjs RULES CERTIFICATE
// It shares nothing with the program that wrote the certificate. docs/certificate.md says what is proved, and how.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const VERDICTS =
  "appears-lawful statutory-duty likely-unlawful refer may-disclose consent-first not-an-order-yet out-of-scope";
const idsOf = (parts) => parts.map(({ id }) => id);
const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Ends a check with its place, where something is not so or, by `isUnread`, is not to be read. */
function expect(isSo, place, why, isUnread = false) {
  if (!isSo) throw Object.assign(new Error(`${place}: ${why}`), { isUnread });
}

function expectSame(told, own, place) {
  const [one, other] = [told, own].map((value) => JSON.stringify(value));
  expect(one === other, place, `the rules file comes to ${other.slice(0, 300)}`);
}

/** Checks a certificate against the bytes of a rules file, and says what was proved. @throws Error with the place */
function verify(bytes, certificate) {
  const { table, digest, from, situations, promises } = certificate;
  expect(certificate.certificate === 1, "certificate", "it is not of form 1, which is the one known here");
  expectSame(digest, createHash("sha256").update(bytes).digest("hex"), "digest");
  const written = readYaml(bytes.toString("utf8"));
  const { id, edition } = written.table;
  expectSame(table, { id, edition }, "table");
  const law = readLaw(written, certificate);
  const boxes = boxesOf(law, certificate);
  checkCounts(law, boxes, certificate);
  checkRules(law, boxes);
  checkPromises(law, boxes, promises);
  return `yes: ${id} ${edition}, SHA-256 ${digest}
rules: ${law.rules.length}, of which exactly one decides each situation that can exist; periods: ${from.length}
situations: ${situations} in each period, in ${boxes.length} boxes; the counts add up
promises: ${promises.length}, all kept
not looked at: presumptions, judgements, forms, deadlines, sources, wording`;
}

const KEY = /^([a-z][a-z0-9-]*):(?: +(.*))?$/;
const UNSEEN = /(?![ ])[\p{C}\p{Z}]| $/u;
const NO_TEXT = /^(~|null|true|false|[-+]?\.?\d[\d_]*(\.\d*)?(e[-+]?\d+)?|0[xo].*|[-+]?\.(inf|nan)|[-:]|)$/i;

/** Reads as much of YAML as rules files are written in. @throws Error about all else: nothing is read as it is not meant */
function readYaml(text) {
  const lines = text.split("\n");
  let at = lines.findIndex((line) => UNSEEN.test(line));
  const unread = () => expect(false, `rules file, line ${at + 1}`, "this is not YAML that is read here", true);
  at = at < 0 ? 0 : unread();
  const value = readBlock(nextIndent());
  return nextIndent() < 0 ? value : unread();

  /** Goes to the next line that says something: how far it is indented, -1 at the end. */
  function nextIndent() {
    while (/^ *(#.*)?$/.test(lines[at])) at++;
    return at < lines.length ? lines[at].search(/[^ ]/) : -1;
  }

  function readBlock(indent) {
    const isList = /^ *- /.test(lines[at]);
    const block = isList ? [] : Object.create(null);
    while (nextIndent() === indent && /^ *- /.test(lines[at]) === isList) {
      const line = lines[at].slice(indent);
      const [, key, rest = ""] = (isList ? ["", block.length, line.slice(2)] : KEY.exec(line)) ?? unread();
      if (key in block) unread();
      const isItem = isList && KEY.test(rest);
      if (isItem) lines[at] = `${" ".repeat(indent + 2)}${rest}`;
      block[key] = isItem ? readBlock(indent + 2) : readAfter(rest, indent);
    }
    return block;
  }

  function readAfter(rest, indent) {
    const value = rest === "" || rest === ">-" ? undefined : readInline(rest);
    const start = ++at;
    if (value !== undefined) return value;
    if (rest === "") return nextIndent() > indent ? readBlock(nextIndent()) : unread();
    while (/^ *$/.test(lines[at]) || lines[at]?.search(/[^ ]/) > indent) at++;
    return lines.slice(start, at).join(" ").replace(/ +/g, " ").trim();
  }

  /** Within brackets everything is made JSON, which has to come out as it went in: a key that stands twice does not. */
  function readInline(rest) {
    if (!/^["[{]/.test(rest)) return readPlain(rest);
    const within = / *("(?:[^"\\]|\\["\\/])*"|[[\]{},]|: ) *|([^",[\]{}: ](?:[^,[\]{}:]|:(?! ))*)/g;
    const json = rest.replace(within, (_, mark, plain) => mark?.trim() ?? JSON.stringify(readPlain(plain.trim())));
    try {
      if (JSON.stringify(JSON.parse(json)) === json) return JSON.parse(json);
    } catch {}
    return unread();
  }

  function readPlain(plain) {
    return NO_TEXT.test(plain) || /^[&*!|>%@`'"#?,[\]{} ]|^- |: |:$| #/.test(plain) ? unread() : plain;
  }
}

// A condition is a function of a box, which lists values of each fact: true, false, or the number of a fact that is open.
const always = (isSo) => () => isSo;
const test = (fact, values) => (box) => {
  const met = box[fact].filter((value) => values.includes(value)).length;
  return met === 0 || met === box[fact].length ? met > 0 : fact;
};
const not = (condition) => (box) => {
  const found = condition(box);
  return typeof found === "number" ? found : !found;
};
const all = (conditions) => (box) => {
  let open = true;
  for (const condition of conditions) {
    const found = condition(box);
    if (found === false) return false;
    if (found !== true) open = found;
  }
  return open;
};
const any = (conditions) => not(all(conditions.map(not)));

/** Some part of a box in which a condition holds, undefined where there is none: what is open is tried value by value. */
function find(condition, box) {
  const found = condition(box);
  if (typeof found !== "number") return found ? box : undefined;
  for (const value of box[found]) {
    const part = find(condition, box.with(found, [value]));
    if (part) return part;
  }
}

/** The fields that each thing may have, and their words: one that is not known might change what the others mean. */
const FIELDS = {
  findings: "when from to says cite review-by",
  impossible: "when because",
  rules: "id when from to overrides verdict steps headline because more cite deadlines do-not review-by",
  notices: "when from to urgent everywhere says more cite review-by",
  invariants: "id when never always-step always-notice never-step never-notice never-paper",
};
const WORDS = { verdict: VERDICTS, never: VERDICTS, everywhere: "yes no", discloses: "yes no to-whom-it-says" };

/** What the rules file means: conditions over facts, of which the period is one more, after all others. */
function readLaw(written, { from, facts }) {
  const isOf = (words, one) => words === undefined || words.split(" ").includes(one);
  for (const section of [...Object.keys(FIELDS), "papers", "steps"])
    for (const [id, part] of Object.entries(written[section] ?? {}))
      for (const [field, value] of Object.entries(part)) {
        const isKnown = isOf(FIELDS[section], field) && [value].flat().every((one) => isOf(WORDS[field], one));
        expect(isKnown, `${section}, ${part.id ?? id}`, `\`${field}: ${JSON.stringify(value)}\` is not known here`);
      }
  const ids = idsOf(written.rules);
  expect(new Set(ids).size === ids.length, "rules", "an id stands twice");
  for (const { id, overrides = [] } of written.rules)
    for (const one of [overrides].flat())
      expect(one !== id && [...ids, "all"].includes(one), `rules, ${id}`, `it cannot override \`${one}\``);
  const own = new Map(Object.entries(written.facts).map(([id, { values }]) => [id, Object.keys(values)]));
  expectSame([...facts].sort(), [...own].sort(), "facts");
  const findings = new Map();
  for (const [id, part] of Object.entries(written.findings ?? {})) findings.set(id, holds(part, `findings, ${id}`));
  const applies = written.rules.map((rule) => holds(rule, `rules, ${rule.id}`));
  const above = (rule) => any(applies.filter((_, other) => isAbove(written.rules[other], rule)));
  const rules = written.rules.map((rule, index) => ({ ...rule, decides: all([applies[index], not(above(rule))]) }));
  const impossible = any((written.impossible ?? []).map(({ when }, index) => read(when, `impossible, ${index}`)));
  const whole = [...facts.map(([, values]) => [...values.keys()]), [...from.keys()]];
  return { written, facts, rules, impossible, whole, read, holds };

  function read(when, place) {
    expect(isMap(when), place, "`when` is no map of tests");
    const { any: alternatives, ...tests } = when;
    const parts = Object.entries(tests).map(([subject, wanted]) => {
      const finding = findings.get(subject);
      const known = finding ? ["no", "yes"] : own.get(subject);
      expect(known, place, `\`${subject}\` is neither a fact nor a finding further up`);
      const list = [isMap(wanted) && Object.keys(wanted).join() === "not" ? wanted.not : wanted].flat();
      expect(list.length > 0 && list.every((one) => known.includes(one)), place, `no such value of \`${subject}\``);
      const chosen = [...known.keys()].filter((value) => list.includes(known[value]) === (wanted.not === undefined));
      const fact = facts.findIndex(([id]) => id === subject);
      return finding ? any(chosen.map((value) => (value === 1 ? finding : not(finding)))) : test(fact, chosen);
    });
    return all(alternatives ? [...parts, any(alternatives.map((one) => read(one, place)))] : parts);
  }

  function holds({ when, from: first = from[0], to }, place) {
    const end = to && new Date(Date.parse(to) + 86_400_000).toISOString().slice(0, 10);
    for (const day of [first, end ?? first]) expect(from.includes(day), "from", `no period begins on ${day}: ${place}`);
    const days = [...from.keys()].filter((day) => first <= from[day] && !(end <= from[day]));
    return all([read(when, place), test(facts.length, days)]);
  }
}

function isAbove(one, other) {
  const [over, back] = [one, other].map(({ overrides }) => [overrides ?? []].flat());
  const isByAll = over.includes("all") && !back.includes("all") && !back.includes(one.id);
  return one !== other && (isByAll || over.includes(other.id));
}

/** Each promise, and under which condition each of the rules breaks it. */
function readPromises({ written, rules, read, holds }) {
  const notices = Object.entries(written.notices ?? {});
  const conditions = new Map(notices.map(([id, notice]) => [id, holds(notice, `notices, ${id}`)]));
  const hasStep = (ids, { steps }) => always(steps.some((step) => ids.includes(step)));
  const isTold = (id, verdict) => verdict !== "out-of-scope" || written.notices[id].everywhere === "yes";
  const isShown = (ids, { verdict }) => any(ids.filter((id) => isTold(id, verdict)).map((id) => conditions.get(id)));
  const isOffered = (id, { steps }) => {
    const { when = {}, discloses } = written.papers[id];
    const doesDisclose = steps.some((step) => (written.steps[step].discloses ?? "no") !== "no");
    return discloses === "yes" && !doesDisclose ? always(false) : read(when, `papers, ${id}`);
  };
  const breaking = {
    never: (ids, { verdict }) => always(ids.includes(verdict)),
    "always-step": (ids, rule) => not(hasStep(ids, rule)),
    "always-notice": (ids, rule) => not(isShown(ids, rule)),
    "never-step": hasStep,
    "never-notice": isShown,
    "never-paper": (ids, rule) => any(ids.map((id) => isOffered(id, rule))),
  };
  return (written.invariants ?? []).map(({ id, when, ...lines }) => {
    const wanted = Object.entries(lines).map(([line, ids]) => [line, [ids].flat()]);
    for (const [line, ids] of wanted)
      for (const one of line === "never" ? [] : ids)
        expect(one in (written[`${line.split("-")[1]}s`] ?? {}), `promises, ${id}`, `there is no \`${one}\``);
    const condition = read(when, `promises, ${id}`);
    const broken = rules.map((rule) => all([condition, any(wanted.map(([line, ids]) => breaking[line](ids, rule)))]));
    return { id, when: condition, broken };
  });
}

/** Each way from the root to an end is a box, of which no two overlap and all are everything; its rule, -1 for none. */
function boxesOf({ whole, rules }, { nodes, root }) {
  const leads = (to, fact) => Number.isInteger(to) && (to < 0 ? to > -2 - rules.length : nodes[to]?.[0] > fact);
  for (const [number, [fact, ...edges]] of nodes.entries()) {
    const isWhole = edges.length === whole[fact]?.length && edges.every((to) => leads(to, fact));
    expect(Number.isInteger(fact) && isWhole, `nodes, ${number}`, "not every value leads to an end or a later fact");
  }
  expect(leads(root, -1), "root", "it is neither a node nor an end");
  const boxesFrom = (ref, box) => {
    if (ref < 0) return [{ box, rule: -2 - ref }];
    const [fact, ...edges] = nodes[ref];
    const valuesFor = (to) => whole[fact].filter((value) => edges[value] === to);
    return [...new Set(edges)].flatMap((to) => boxesFrom(to, box.with(fact, valuesFor(to))));
  };
  return boxesFrom(root, whole);
}

function checkCounts({ whole, written }, boxes, { from, situations, impossible, rules }) {
  const sizeOf = (box) => box.slice(0, -1).reduce((product, values) => product * BigInt(values.length), 1n);
  expectSame(situations, `${sizeOf(whole)}`, "situations");
  expectSame(from, ["0000-01-01", ...[...new Set(from.slice(1))].sort()], "from");
  expectSame(idsOf(rules), idsOf(written.rules), "rules");
  const counts = [...rules, impossible].map(() => from.map(() => 0n));
  for (const { box, rule } of boxes) for (const day of box.at(-1)) counts.at(rule)[day] += sizeOf(box);
  for (const [index, { id, decides }] of [...rules, { id: "impossible", decides: impossible }].entries())
    expectSame(decides, counts[index].map(String), `counts, ${id}`);
}

function checkRules(law, boxes) {
  for (const { box, rule } of boxes) {
    const place = rule < 0 ? "impossible" : `rules, ${law.rules[rule].id}`;
    expectNone(law, rule < 0 ? not(law.impossible) : law.impossible, box, place, "`impossible` says otherwise");
    for (const [index, { id, decides }] of rule < 0 ? [] : law.rules.entries())
      expectNone(law, index === rule ? not(decides) : decides, box, place, `\`${id}\` says otherwise`);
  }
}

function checkPromises(law, boxes, promises) {
  const kept = readPromises(law);
  expectSame(idsOf(promises), idsOf(kept), "promises");
  for (const [index, { id, when, broken }] of kept.entries()) {
    const about = boxes.filter(({ box, rule }) => rule >= 0 && find(when, box));
    const deciding = law.rules.filter((_, rule) => about.some((one) => one.rule === rule));
    expectSame(promises[index].rules, idsOf(deciding), `promises, ${id}`);
    for (const { box, rule } of about)
      expectNone(law, broken[rule], box, `promises, ${id}`, `\`${law.rules[rule].id}\` breaks it`);
  }
}

/** Refuses a condition that holds in some part of a box, and tells that part. */
function expectNone({ facts }, condition, box, place, why) {
  const found = find(condition, box);
  if (found === undefined) return;
  const decided = [...facts.entries()].filter(([fact, [, values]]) => found[fact].length < values.length);
  const words = decided.map(([fact, [id, values]]) => `${id} ${found[fact].map((value) => values[value]).join("/")}`);
  expect(false, place, `${why}: ${words.join(", ")}`);
}

/** Exits with 0 for yes, 1 for no, 2 where something cannot be read. */
function main(paths) {
  try {
    expect(paths.length === 2, "usage", "node verify-certificate.mjs RULES CERTIFICATE", true);
    const [rules, certificate] = paths.map((path) => readFileSync(path));
    console.log(verify(rules, JSON.parse(certificate)));
    return 0;
  } catch (error) {
    const isUnread = error.isUnread ?? (error instanceof SyntaxError || error.syscall !== undefined);
    console.log(`${isUnread ? "not read" : "no"}: ${error.message}`);
    return isUnread ? 2 : 1;
  }
}

process.exitCode = main(process.argv.slice(2));
