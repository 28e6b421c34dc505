// Records what a page must never do: run a foreign script, violate its policy, or fail.
window.ran = [];
window.faults = [];
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
	window[name] = (...said) => ran.push(name + ' ' + said);
document.addEventListener('securitypolicyviolation',
	e => faults.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));
addEventListener('error', e => { if (e.message) faults.push(e.message) });
addEventListener('unhandledrejection', e => faults.push(String(e.reason)));
