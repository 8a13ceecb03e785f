package org.wangge.server;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wangge.server.settings.DataFolder;

/**
 * Where a command was typed and where its words go.
 *
 * @param out ordinary output
 * @param refusals refusals and failures
 * @param directory folder that relative names start at
 * @param arguments the whole command line as typed
 * @param running the server in this very process, when it executes the command for another one
 */
record Terminal(
    PrintWriter out,
    PrintWriter refusals,
    Path directory,
    List<String> arguments,
    Optional<ServerProgram> running) {
  /** Copies the list. */
  Terminal {
    arguments = List.copyOf(arguments);
  }

  /** A file or folder as meant where the command was typed. */
  Path resolve(Path typed) {
    return directory.resolve(typed).normalize();
  }

  /** A data folder as meant where the command was typed. */
  DataFolder folder(Path typed) {
    return new DataFolder(resolve(typed));
  }

  /** Prints a sentence. */
  void say(String sentence) {
    out.println(sentence);
    out.flush();
  }
}
