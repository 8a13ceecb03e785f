package org.wangge.server.certificates;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The names and addresses under which workstations may reach this machine. */
final class Names {
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

  private Names() {}

  /** Loopback, host name, addresses of all network cards, and what the settings add. */
  static Set<String> ofThisMachine(Collection<String> further) {
    Set<String> names = new LinkedHashSet<>();
    names.add("localhost");
    names.add("127.0.0.1");
    try {
      String host = InetAddress.getLocalHost().getHostName();
      if (isHostName(host)) {
        names.add(host);
      }
    } catch (UnknownHostException e) {
      // A machine without a name is reached by address.
    }
    try {
      NetworkInterface.networkInterfaces()
          .flatMap(card -> card.getInterfaceAddresses().stream())
          .map(InterfaceAddress::getAddress)
          .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress())
          .map(InetAddress::getHostAddress)
          .map(address -> address.replaceFirst("%.*", ""))
          .sorted()
          .forEach(names::add);
    } catch (SocketException e) {
      // Reached by name, or by what the settings add.
    }
    names.addAll(further);
    return names;
  }

  /** Whether the name is an IP address, which a certificate writes differently. */
  static boolean isAddress(String name) {
    return ADDRESS.matcher(name).matches();
  }

  private static boolean isHostName(String name) {
    return name.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?") && !isAddress(name);
  }
}
