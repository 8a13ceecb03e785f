import java.util.Arrays;

/**
 * Runs a benchmark's main class if the module at hand has it.
 *
 * <p>The build starts this once in every module of the reactor, with the module's test class path,
 * so that one command works whichever module the benchmark lives in. Arguments: the fully qualified
 * class name, then the benchmark's own arguments.
 */
final class Benchmark {
  private Benchmark() {}

  public static void main(String[] args) throws Exception {
    Class<?> benchmark;
    try {
      benchmark = Class.forName(args[0]);
    } catch (ClassNotFoundException e) {
      System.out.println("[benchmark] not in this module: " + args[0]);
      return;
    }
    Object rest = Arrays.copyOfRange(args, 1, args.length);
    benchmark.getMethod("main", String[].class).invoke(null, rest);
    // A benchmark may leave pools running; its report is complete when main returns.
    System.exit(0);
  }
}
