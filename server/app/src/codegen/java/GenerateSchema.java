import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.HexFormat;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.OnError;
import org.jooq.meta.jaxb.Target;
import org.slf4j.LoggerFactory;

/**
 * Migrates a throw-away database in memory with the real scripts and writes the jOOQ classes of
 * what came out. Run by the build; its only argument is the folder to write to, which is left as it
 * is while the scripts are the ones it was made from.
 */
public final class GenerateSchema {
  private static final String SCRIPTS = "org/wangge/db/migration";

  private GenerateSchema() {}

  static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    System.setProperty("derby.stream.error.file", folder.resolveSibling("derby.log").toString());
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    String url = "jdbc:derby:memory:schema;user=WANGGE";
    Flyway flyway =
        Flyway.configure()
            .dataSource(url + ";create=true", "WANGGE", "")
            .locations("classpath:" + SCRIPTS)
            .load();
    String stamp = stamp(flyway.info().all());
    Path stampFile = folder.resolveSibling("jooq.stamp");
    if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp)) {
      return;
    }
    flyway.migrate();
    try (Connection connection = DriverManager.getConnection(url)) {
      GenerationTool tool = new GenerationTool();
      tool.setConnection(connection);
      tool.run(configuration(folder));
    }
    Files.writeString(stampFile, stamp);
  }

  private static Configuration configuration(Path folder) {
    return new Configuration()
        .withLogging(Logging.ERROR)
        .withOnError(OnError.FAIL)
        .withGenerator(
            new Generator()
                .withDatabase(
                    new Database()
                        .withName("org.jooq.meta.derby.DerbyDatabase")
                        .withInputSchema("WANGGE")
                        .withOutputSchemaToDefault(true)
                        .withExcludes("flyway_schema_history")
                        .withForcedTypes(
                            new ForcedType()
                                .withUserType("java.util.UUID")
                                .withBinding("org.wangge.server.store.IdBinding")
                                .withIncludeTypes("(?i:(binary|char).*\\(16\\).*)")))
                .withGenerate(
                    new Generate()
                        .withRelations(false)
                        .withIndexes(false)
                        .withJavadoc(false)
                        .withComments(false)
                        .withGeneratedAnnotation(false)
                        .withJavaTimeTypes(true))
                .withTarget(
                    new Target()
                        .withPackageName("org.wangge.server.store.schema")
                        .withDirectory(folder.toString())));
  }

  /** Changes whenever a script or this program does. */
  private static String stamp(MigrationInfo[] scripts) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    Arrays.stream(scripts)
        .map(script -> SCRIPTS + "/" + script.getScript().replaceFirst(".*/", ""))
        .forEach(script -> digest.update(bytes(script)));
    digest.update(configuration(Path.of("")).toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] bytes(String resource) {
    try (InputStream stream = GenerateSchema.class.getClassLoader().getResourceAsStream(resource)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
