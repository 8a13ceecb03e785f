@echo off
rem Starts the workstation without a console window, on the runtime packed beside it, else on an
rem installed JDK 25.
setlocal
chcp 65001 >nul
set "HERE=%~dp0.."
set "JAVA_EXE="
if exist "%HERE%\runtime\bin\javaw.exe" set "JAVA_EXE=%HERE%\runtime\bin\javaw.exe"
if not defined JAVA_EXE if defined JAVA_HOME findstr /b /c:"JAVA_VERSION=\"25" "%JAVA_HOME%\release" >nul 2>nul && set "JAVA_EXE=%JAVA_HOME%\bin\javaw.exe"
if not defined JAVA_EXE for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\BellSoft\LibericaJDK-25*" "%ProgramFiles%\Zulu\zulu-25*") do if exist "%%~D\bin\javaw.exe" set "JAVA_EXE=%%~D\bin\javaw.exe"
if not defined JAVA_EXE (
  echo 没有找到 Java 25：请安装 JDK 25，或把环境变量 JAVA_HOME 指向它，再试一次。
  pause
  exit /b 69
)
start "" "%JAVA_EXE%" @options@ -cp "%HERE%\lib\*" @main@ %*
