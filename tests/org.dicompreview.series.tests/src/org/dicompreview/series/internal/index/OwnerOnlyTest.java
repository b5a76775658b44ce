package org.dicompreview.series.internal.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Where access is a list, as on Windows; permissions as of POSIX are tested with the index. */
class OwnerOnlyTest {

	private static final UserPrincipal OWNER = () -> "owner";
	private static final UserPrincipal EVERYONE = () -> "everyone";

	/** A list that others are on. */
	private static final class Access implements AclFileAttributeView {
		private List<AclEntry> entries = List.of(AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(EVERYONE)
				.setPermissions(AclEntryPermission.READ_DATA).build());

		@Override
		public String name() {
			return "acl";
		}

		@Override
		public List<AclEntry> getAcl() {
			return entries;
		}

		@Override
		public void setAcl(List<AclEntry> acl) {
			entries = acl;
		}

		@Override
		public UserPrincipal getOwner() {
			return OWNER;
		}

		@Override
		public void setOwner(UserPrincipal owner) throws IOException {
			throw new IOException("the owner stays");
		}
	}

	@Test
	void onlyTheOwnerStaysOnTheList() throws IOException {
		Access file = new Access();
		OwnerOnly.restrict(file, false);
		assertOwner(file, Set.of());
		Access folder = new Access();
		OwnerOnly.restrict(folder, true);
		assertOwner(folder, Set.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT));
	}

	private static void assertOwner(Access access, Set<AclEntryFlag> flags) {
		assertEquals(1, access.getAcl().size());
		AclEntry entry = access.getAcl().get(0);
		assertEquals(OWNER, entry.principal());
		assertEquals(AclEntryType.ALLOW, entry.type());
		assertEquals(EnumSet.allOf(AclEntryPermission.class), entry.permissions());
		assertEquals(flags, entry.flags());
	}
}
