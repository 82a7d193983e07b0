// GoRules zen at the plain task, told what to do line by line as the other entrants are. Arguments: a file with the task and the
// accounts, as Zen.java writes it. Bytes are not known here, so they are told as -1.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { ZenEngine } from '@gorules/zen-engine';

const { task, accounts } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const names = task.fields;

const table = (id, name, hitPolicy, inputs, outputs, rules) => ({
  id,
  name,
  type: 'decisionTableNode',
  position: { x: 0, y: 0 },
  content: {
    hitPolicy,
    inputs: inputs.map((field) => ({ id: `in-${field}`, name: field, field })),
    outputs: outputs.map((field) => ({ id: `out-${field}`, name: field, field })),
    rules,
  },
});

function model() {
  const anything = Object.fromEntries(names.map((field) => [`in-${field}`, '']));
  const scoring = names.map((field, i) =>
    table(`t-${field}`, field, 'first', [field], [`rule_${field}`, `score_${field}`],
      task.cuts[i].map((from, range) => {
        const to = range + 1 < task.cuts[i].length ? `${task.cuts[i][range + 1]})` : '100]';
        const id = task.scoringRules[i][range];
        return { _id: id, [`in-${field}`]: `[${from}..${to}`, [`out-rule_${field}`]: `"${id}"`, [`out-score_${field}`]: `${task.scores[i][range]}` };
      })));
  const signals = table('t-signals', 'signals', 'collect', names, ['rule'],
    task.signals.map((row) => ({ _id: row.ruleId, ...anything, [`in-${names[row.indicator]}`]: row.cell, 'out-rule': `"${row.ruleId}"` })));
  signals.content.outputPath = 'signals';
  const bands = table('t-bands', 'bands', 'first', ['overall'], ['band', 'rule_band'],
    task.bands.map((row) => ({ _id: row.ruleId, 'in-overall': `>= ${row.from * 100}`, 'out-band': `"${row.name}"`, 'out-rule_band': `"${row.ruleId}"` })));
  const playbooks = table('t-playbooks', 'playbooks', 'collect', ['overall'], ['rule'],
    task.playbooks.map((row) => ({ _id: row.ruleId, 'in-overall': row.cell, 'out-rule': `"${row.ruleId}"` })));
  playbooks.content.outputPath = 'playbooks';
  const overall = {
    id: 'overall',
    name: 'overall',
    type: 'expressionNode',
    position: { x: 0, y: 0 },
    content: {
      passThrough: true,
      expressions: [{ id: 'e', key: 'overall', value: names.map((field, i) => `${task.weights[i]} * score_${field}`).join(' + ') }],
    },
  };
  const input = { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } };
  const output = { id: 'out', name: 'out', type: 'outputNode', position: { x: 0, y: 0 } };
  const edges = [];
  const edge = (sourceId, targetId) => edges.push({ id: `${sourceId}-${targetId}`, type: 'edge', sourceId, targetId });
  scoring.forEach((node) => {
    edge('in', node.id);
    edge(node.id, 'overall');
  });
  edge('in', 't-signals');
  edge('t-signals', 'out');
  edge('overall', 't-bands');
  edge('overall', 't-playbooks');
  edge('overall', 'out');
  edge('t-bands', 'out');
  edge('t-playbooks', 'out');
  return { nodes: [input, ...scoring, signals, overall, bands, playbooks, output], edges };
}

const source = Buffer.from(JSON.stringify(model()));
const inputs = accounts.map((readings) => Object.fromEntries(names.map((field, i) => [field, readings[i] / 10])));
const began = process.hrtime.bigint();
const engine = new ZenEngine();
const decision = engine.createDecision(source);
await decision.evaluate(inputs[0]);
console.log(`ready ${process.hrtime.bigint() - began}`);

async function answer(account) {
  const { result } = await decision.evaluate(inputs[account]);
  const fired = names.map((field) => result[`rule_${field}`]);
  fired.push(result.rule_band, ...result.signals.map((row) => row.rule), ...result.playbooks.map((row) => row.rule));
  return `${result.overall} ${result.band} ${fired.join(',')}`;
}

let next = 0;
async function round(millis) {
  const cpu = process.cpuUsage();
  const start = process.hrtime.bigint();
  const end = start + BigInt(millis) * 1000000n;
  let decided = 0;
  while (process.hrtime.bigint() < end) {
    for (let i = 0; i < 16; i++) {
      await decision.evaluate(inputs[next]);
      next = (next + 1) % inputs.length;
      decided++;
    }
  }
  const wall = process.hrtime.bigint() - start;
  const used = process.cpuUsage(cpu);
  return `${decided} ${wall} ${(used.user + used.system) * 1000} -1`;
}

for await (const line of createInterface({ input: process.stdin })) {
  const [command, argument] = line.split(' ');
  if (command === 'answers') {
    for (let i = 0; i < Number(argument); i++) {
      console.log(await answer(i));
    }
  } else {
    console.log(await round(Number(argument)));
  }
}
