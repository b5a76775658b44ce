@echo off
rem Starts DICOM Series Preview on Windows: "DICOM Series Preview.cmd" [FOLDER...]
rem --add-to-menu puts it into the Start menu, --remove-from-menu takes it out.
rem JAVA_HOME names the Java to use, DICOM_PREVIEW_VMARGS further arguments for it, DICOM_PREVIEW_WORKSPACE another folder for
rem settings and state. The archive of loaded classes and the state of the framework lie below LOCALAPPDATA.
setlocal EnableExtensions DisableDelayedExpansion
set "name=DICOM Series Preview"
set "product=%~dp0"
set "product=%product:~0,-1%"
set "link=%APPDATA%\Microsoft\Windows\Start Menu\Programs\%name%.lnk"
if /i "%~1"=="--add-to-menu" goto add
if /i "%~1"=="--remove-from-menu" (
	del "%link%"
	exit /b
)

set "java_home="
if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined java_home for /f "delims=" %%J in ('where java 2^>nul') do if not defined java_home call :try "%%~dpJ.."
if not defined java_home call :try "%product%\jre"
for %%R in ("%ProgramFiles%" "%LOCALAPPDATA%\Programs") do for %%M in ("Eclipse Adoptium" Java Microsoft "Amazon Corretto" Zulu BellSoft Semeru) do (
	if not defined java_home for /d %%J in ("%%~R\%%~M\*") do if not defined java_home call :try "%%~J"
)
if not defined java_home for /d %%J in ("%USERPROFILE%\.jdks\*") do if not defined java_home call :try "%%~J"
if not defined java_home (
	echo %name% needs Java 17 or newer, and there is none.
	echo Install one, for example with
	echo     winget install EclipseAdoptium.Temurin.21.JRE
	echo or from adoptium.net, or let JAVA_HOME name its folder.
	pause
	exit /b 1
)

set "jar="
for %%J in ("%product%\plugins\org.eclipse.equinox.launcher_*.jar") do set "jar=%%~fJ"
if not defined jar (
	echo %name% is not complete. Unpack the whole archive, and start it from there.
	pause
	exit /b 1
)

set "data=%LOCALAPPDATA%\%name%\workspace"
if defined DICOM_PREVIEW_WORKSPACE set "data=%DICOM_PREVIEW_WORKSPACE%"
rem One cache for each place of the application.
set "key=%product:\=_%"
set "key=%key::=_%"
set "cache=%LOCALAPPDATA%\%name%\cache\%key%"
set "classes=%cache%\classes.jsa"
if not exist "%cache%" mkdir "%cache%"
rem The archive of loaded classes is of one Java and one version of the product.
set "state=%java_home% %java_version%"
for %%F in ("%java_home%\lib\modules" "%product%\configuration\config.ini" "%jar%") do call :describe "%%~F"
set "known="
if exist "%cache%\state" set /p known=<"%cache%\state"
if [%known%]==["%state%"] goto same
if exist "%classes%" del /f "%classes%"
>"%cache%\state" echo "%state%"
:same
set "archive=-XX:ArchiveClassesAtExit"
if exist "%classes%" set "archive=-XX:SharedArchiveFile"

start "" "%java_home%\bin\javaw.exe" "%archive%=%classes%" "@%product%\java.options" "-Dosgi.splashLocation=%product%\launcher\splash.bmp" %DICOM_PREVIEW_VMARGS% -jar "%jar%" --launcher.library "%product%\launcher" -showsplash -configuration "%cache%\configuration" -data "%data%" %*
exit /b

rem Takes a folder that holds a Java 17 or newer, by its file "release".
:try
if not exist "%~1\bin\javaw.exe" exit /b
if not exist "%~1\release" exit /b
set "java_version=0"
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do set "java_version=%%~V"
for /f "delims=." %%V in ("%java_version%") do if %%V geq 17 set "java_home=%~f1"
exit /b

rem Adds size and time of a file to the state.
:describe
set "state=%state% %~z1 %~t1"
exit /b

:add
set "target=%~f0"
powershell -NoProfile -Command "$l = (New-Object -ComObject WScript.Shell).CreateShortcut($env:link); $l.TargetPath = $env:target; $l.WorkingDirectory = $env:USERPROFILE; $l.IconLocation = $env:product + '\launcher\dicom-series-preview.ico'; $l.WindowStyle = 7; $l.Save()"
exit /b
