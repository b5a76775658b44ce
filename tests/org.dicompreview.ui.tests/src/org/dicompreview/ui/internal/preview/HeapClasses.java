package org.dicompreview.ui.internal.preview;

import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What the heap holds after a collection, by class: says of what there is more than before.
 *
 * @param bytes of the instances of each class
 */
record HeapClasses(Map<String, Long> bytes) {

	private static final Pattern ROW = Pattern.compile("\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s+(.+?)\\s*"); //$NON-NLS-1$

	/** {@return the heap as it is now, collected} */
	static HeapClasses now() throws JMException {
		String table = (String) ManagementFactory.getPlatformMBeanServer().invoke(
				new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram", //$NON-NLS-1$ //$NON-NLS-2$
				new Object[] { new String[0] }, new String[] { String[].class.getName() });
		Map<String, Long> bytes = new TreeMap<>();
		table.lines().map(ROW::matcher).filter(Matcher::matches)
				.forEach(row -> bytes.merge(row.group(2), Long.parseLong(row.group(1)), Long::sum));
		return new HeapClasses(bytes);
	}

	/** {@return bytes of all classes whose names begin so} */
	long total(String prefix) {
		return bytes.entrySet().stream().filter(each -> each.getKey().startsWith(prefix)).mapToLong(Map.Entry::getValue).sum();
	}

	/** {@return lines of the classes that have grown most since} */
	List<String> growth(HeapClasses before, int most) {
		return bytes.keySet().stream().sorted(Comparator.comparingLong((String name) -> -grown(name, before))).limit(most)
				.map(name -> String.format("%+10d KB %s", grown(name, before) / 1024, name)).toList(); //$NON-NLS-1$
	}

	private long grown(String name, HeapClasses before) {
		return bytes.get(name) - before.bytes().getOrDefault(name, 0L);
	}
}
