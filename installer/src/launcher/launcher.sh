#!/bin/sh
# Starts the program that lies beside this script: on its own runtime if one was packed with it,
# else on the first JDK 25 found on this computer.
set -eu

here=$(dirname "$(readlink -f "$0")")/..
here=$(cd "$here" && pwd)

# Java reads and writes Chinese file names only under a UTF-8 locale.
case "$(locale charmap 2>/dev/null || true)" in
  UTF-8) ;;
  *) LC_ALL=C.UTF-8 && export LC_ALL ;;
esac

is_25() {
  [ -x "$1/bin/java" ] || return 1
  if [ -f "$1/release" ]; then
    grep -q '^JAVA_VERSION="25[".]' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | grep -q 'version "25[".]'
  fi
}

# Homes of Java that Maven was told of or has discovered.
maven_homes() {
  for file in "${HOME:-/nonexistent}/.m2/toolchains.xml" \
      "${HOME:-/nonexistent}/.m2/discovered-jdk-toolchains-cache.xml"; do
    [ -f "$file" ] || continue
    sed -n 's:.*<jdkHome>\(.*\)</jdkHome>.*:\1:p' "$file"
  done
}

find_java() {
  if [ -x "$here/runtime/bin/java" ]; then
    echo "$here/runtime"
    return 0
  fi
  if [ -n "${JAVA_HOME:-}" ] && is_25 "$JAVA_HOME"; then
    echo "$JAVA_HOME"
    return 0
  fi
  on_path=$(command -v java 2>/dev/null || true)
  if [ -n "$on_path" ]; then
    on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    if is_25 "$on_path"; then
      echo "$on_path"
      return 0
    fi
  fi
  for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /usr/local/jdk* \
      "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/*; do
    if is_25 "$home"; then
      echo "$home"
      return 0
    fi
  done
  maven_homes | while IFS= read -r home; do
    if is_25 "$home"; then
      echo "$home"
      break
    fi
  done
}

java_home=$(find_java)
if [ -z "$java_home" ]; then
  echo "没有找到 Java 25：请安装 JDK 25，或把环境变量 JAVA_HOME 指向它，再试一次。" >&2
  exit 69
fi

exec "$java_home/bin/java" @options@ -cp "$here/lib/*" @main@ "$@"
