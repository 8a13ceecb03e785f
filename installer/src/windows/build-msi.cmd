@echo off
rem Builds the .msi packages of both programs. Run on Windows, in the project's root folder, after
rem     mvn -DskipTests package
rem (on Windows Maven takes the JavaFX jars for Windows by itself). Needs a JDK 25 in JAVA_HOME and
rem the WiX Toolset 3.14 or newer on the path. Sign the result before handing it out: unsigned
rem programs start slowly under Windows Defender.
setlocal
chcp 65001 >nul
if not exist "%JAVA_HOME%\bin\jpackage.exe" (
  echo JAVA_HOME must point to a JDK 25. 1>&2
  exit /b 69
)
call :package wangge-server wangge-server org.wangge.server.Main "网格工作站服务端" "--win-console" || exit /b 1
call :package wangge-workstation wangge-client org.wangge.client.Launcher "网格工作站" "--win-menu --win-shortcut --win-per-user-install --win-dir-chooser" || exit /b 1
exit /b 0

:package
set "HOME_DIR=installer\target\%~1"
if exist "%HOME_DIR%\runtime" rmdir /s /q "%HOME_DIR%\runtime"
"%JAVA_HOME%\bin\jlink" --add-modules java.se,jdk.crypto.ec,jdk.crypto.mscapi,jdk.unsupported,jdk.unsupported.desktop,jdk.zipfs,jdk.localedata,jdk.charsets,jdk.jfr,jdk.management --include-locales zh,en --no-header-files --no-man-pages --strip-java-debug-attributes --output "%HOME_DIR%\runtime" || exit /b 1
for %%J in ("%HOME_DIR%\lib\%~2-*.jar") do set "MAIN_JAR=%%~nxJ"
"%JAVA_HOME%\bin\jpackage" --type msi --name %~1 --app-version 1.0.0 --vendor "Wangge Workstation" --description %4 --input "%HOME_DIR%\lib" --main-jar %MAIN_JAR% --main-class %~3 --runtime-image "%HOME_DIR%\runtime" --java-options "-Duser.language=zh -Duser.country=CN -Dfile.encoding=UTF-8 --enable-native-access=ALL-UNNAMED" --license-file LICENSE --dest installer\target\packages %~5 || exit /b 1
exit /b 0
