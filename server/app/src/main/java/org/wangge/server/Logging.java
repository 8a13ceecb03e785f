package org.wangge.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;
import org.wangge.server.settings.DataFolder;
import org.wangge.server.settings.Settings;

/**
 * The log: files in the data folder, a new one each day or when one grows large, old ones packed
 * and in the end removed. Each line names its request.
 */
final class Logging {
  private static final String PATTERN =
      "%d{yyyy-MM-dd HH:mm:ss.SSS, Asia/Shanghai} %-5level [%X{request:-}] %logger{24}"
          + " %msg%n%failure";

  private Logging() {}

  /** Before a data folder is known: nothing but warnings of the program itself is worth a line. */
  static void quiet() {
    context().getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
  }

  /** Writes into the folder's log from now on. */
  static void into(DataFolder data, Settings settings) {
    LoggerContext context = context();
    context.reset();

    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    file.setContext(context);
    file.setName("file");
    file.setFile(data.logs().resolve("server.log").toString());

    SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
    policy.setContext(context);
    policy.setParent(file);
    policy.setFileNamePattern(data.logs().resolve("server.%d{yyyy-MM-dd}.%i.log.gz").toString());
    policy.setMaxFileSize(new FileSize(16 * FileSize.MB_COEFFICIENT));
    policy.setMaxHistory(settings.get(Settings.LOG_DAYS));
    policy.setTotalSizeCap(
        new FileSize(settings.get(Settings.LOG_MEGABYTES) * FileSize.MB_COEFFICIENT));
    policy.setCleanHistoryOnStart(true);
    policy.start();

    PatternLayout layout = new PatternLayout();
    layout.setContext(context);
    layout.getInstanceConverterMap().put("failure", FailureConverter::new);
    layout.setPattern(PATTERN);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();

    file.setRollingPolicy(policy);
    file.setTriggeringPolicy(policy);
    file.setEncoder(encoder);
    file.start();

    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.valueOf(settings.get(Settings.LOG_LEVEL).name()));
    root.addAppender(file);
    // What libraries say in detail may quote values.
    context.getLogger("org.jooq").setLevel(Level.WARN);
    context.getLogger("com.zaxxer").setLevel(Level.WARN);
    context.getLogger("io.helidon").setLevel(Level.ERROR);
    context.getLogger("org.flywaydb").setLevel(Level.ERROR);
    context.getLogger("net.sf.jasperreports").setLevel(Level.WARN);
    context.getLogger("org.apache").setLevel(Level.WARN);
  }

  /** Writes what is still held back and lets go of the files. */
  static void close() {
    context().stop();
  }

  private static LoggerContext context() {
    return (LoggerContext) LoggerFactory.getILoggerFactory();
  }
}
