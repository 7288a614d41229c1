// The processes of a program and the sockets they hold, as Linux tells it.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const INTERNET = ['tcp', 'tcp6', 'udp', 'udp6', 'udplite', 'udplite6', 'raw', 'raw6', 'icmp'];

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** A process and all that it has started. */
export function family(pid) {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return [pid, ...children.flatMap(family)];
}

export const nameOf = (pid) => read(`/proc/${pid}/comm`).trim();

/** The value of a variable in the environment that a process was started with. */
export const variableOf = (pid, name) =>
  read(`/proc/${pid}/environ`)
    .split('\0')
    .find((entry) => entry.startsWith(`${name}=`))
    ?.slice(name.length + 1);

const linesOf = (pid, protocol) =>
  read(`/proc/${pid}/net/${protocol}`)
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/));

/** Sockets of a process: how many within the machine, and what is known of every other. */
export function socketsOf(pid) {
  const open = new Set();
  for (const descriptor of readdirSync(`/proc/${pid}/fd`)) {
    try {
      const [, inode] =
        /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${descriptor}`)) ?? [];
      if (inode) open.add(inode);
    } catch {
      // Closed in the meantime.
    }
  }
  let local = 0;
  for (const fields of linesOf(pid, 'unix')) if (open.delete(fields[6])) local++;
  // WebKit asks the kernel which network devices there are; nothing leaves the machine by it.
  for (const fields of linesOf(pid, 'netlink')) if (open.delete(fields[9])) local++;
  const others = INTERNET.flatMap((protocol) =>
    linesOf(pid, protocol)
      .filter((fields) => open.delete(fields[9]))
      .map((fields) => `${protocol} ${fields[1]} ${fields[2]}`),
  );
  return { local, others: [...others, ...[...open].map((inode) => `unbound ${inode}`)] };
}
