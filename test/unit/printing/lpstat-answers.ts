/** Answers of CUPS 2.4.2 (Debian 12) under LC_ALL=C, as they came. */

const tail = `	Location: Room 3
	Connection: direct
	Interface: /etc/cups/ppd/q.ppd
	On fault: no alert
	After fault: continue
	Users allowed:
		(all)
	Forms allowed:
		(none)
	Banner required
	Charset sets:
		(none)
	Default pitch:
	Default page size:
	Default port settings:
`;

/** `lpstat -l -p -d -a` of five queues: ready, disabled by hand, rejecting, jammed while printing, stopped by its device. */
export const PRINTERS = `printer office is idle.  enabled since Tue Nov 24 11:31:47 2026
	Form mounted:
	Content types: any
	Printer types: unknown
	Description: 二楼调解室 Laser: A4
	Alerts: none
${tail}printer still disabled since Tue Nov 24 11:32:44 2026 -
	paper change
	Form mounted:
	Content types: any
	Printer types: unknown
	Description:
	Alerts: paused
${tail}printer closed is idle.  enabled since Tue Nov 24 11:32:55 2026
	being serviced
	Form mounted:
	Content types: any
	Printer types: unknown
	Description: closed
	Alerts: none
${tail}printer jammed now printing jammed-4.  enabled since Tue Nov 24 11:32:46 2026
	Form mounted:
	Content types: any
	Printer types: unknown
	Description: jammed
	Alerts: toner-low-warning media-jam-error
${tail}printer failed disabled since Tue Nov 24 11:32:54 2026 -
	reason unknown
	Form mounted:
	Content types: any
	Printer types: unknown
	Description: failed
	Alerts: paused
${tail}system default destination: office
office accepting requests since Tue Nov 24 11:31:47 2026
still accepting requests since Tue Nov 24 11:32:44 2026
closed not accepting requests since Tue Nov 24 11:32:55 2026 -
	being serviced
jammed accepting requests since Tue Nov 24 11:32:46 2026
failed accepting requests since Tue Nov 24 11:32:54 2026
`;

/** `lpstat -l -W completed -o q1`: cancelled, given up, printed; CUPS 2.4.2 gives all three the same state reason. */
export const ENDED_JOBS = `q1-3                    root             91136   Tue Nov 24 11:35:13 2026
	Alerts: processing-to-stop-point
	queued for q1
q1-2                    root             91136   Tue Nov 24 11:35:12 2026
	Status: device fell over
	Alerts: processing-to-stop-point
	queued for q1
q1-1                    root             91136   Tue Nov 24 11:35:11 2026
	Status: 
	Alerts: processing-to-stop-point
	queued for q1
`;

/** `lpstat -l -W not-completed -o q1`: to be tried again, on a stopped queue, held by a person, printing, waiting. */
export const LIVE_JOBS = `q1-8                    root             91136   Tue Nov 24 11:32:51 2026
	Status: device fell over
	Alerts: resources-are-not-ready
	queued for q1
q1-9                    root             91136   Tue Nov 24 11:32:54 2026
	Status: 
	Alerts: printer-stopped
	queued for q1
q1-10                   root             91136   Tue Nov 24 11:32:56 2026
	Alerts: job-hold-until-specified
	queued for q1
q1-11                   root             91136   Tue Nov 24 11:32:57 2026
	Status: 
	Alerts: job-printing
	queued for q1
q1-12                   root             91136   Tue Nov 24 11:32:58 2026
	Alerts: none
	queued for q1
`;
