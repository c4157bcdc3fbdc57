@echo off
rem The room command of an installed Mediation Room, on the Node 20 (or newer) of this machine.
node "%~dp0..\app.asar.unpacked\out\cli\room.cjs" %*
