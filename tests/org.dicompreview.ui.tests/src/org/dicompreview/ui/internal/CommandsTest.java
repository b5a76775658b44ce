package org.dicompreview.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jface.bindings.Trigger;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandImageService;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.Test;

/** Each command can be found, told from others and understood wherever the workbench lists it. */
class CommandsTest {

	private static final String OURS = "org.dicompreview."; //$NON-NLS-1$
	private static final int ZOOM = 200;

	private final List<Command> commands = Arrays.stream(PlatformUI.getWorkbench().getService(ICommandService.class)
			.getDefinedCommands()).filter(command -> command.getId().startsWith(OURS)).toList();

	private interface Told {
		String of(Command command) throws NotDefinedException;
	}

	private static Predicate<Command> lacks(Told told) {
		return command -> {
			try {
				String text = told.of(command);
				return text == null || text.isBlank() || text.startsWith("%"); //$NON-NLS-1$
			} catch (NotDefinedException e) {
				throw new IllegalStateException(e);
			}
		};
	}

	private List<String> those(Predicate<Command> which) {
		return commands.stream().filter(which).map(Command::getId).sorted().toList();
	}

	@Test
	void eachHasANameADescriptionAndACategory() {
		assertTrue(commands.size() > 50, commands::toString);
		assertEquals(List.of(), those(lacks(Command::getName)));
		assertEquals(List.of(), those(lacks(Command::getDescription)));
		assertEquals(List.of(), those(lacks(command -> command.getCategory().getName())));
	}

	@Test
	void noTwoHaveTheSameName() throws NotDefinedException {
		List<String> names = new ArrayList<>();
		for (Command command : commands) {
			names.add(command.getName());
		}
		assertEquals(names.stream().distinct().toList(), names);
	}

	@Test
	void noKeyTakesTheMnemonicOfAMenu() {
		IBindingService bindings = PlatformUI.getWorkbench().getService(IBindingService.class);
		List<String> taken = Arrays.stream(bindings.getBindings())
				.filter(each -> each.getParameterizedCommand() != null && each.getParameterizedCommand().getId().startsWith(OURS))
				.filter(each -> Arrays.stream(each.getTriggerSequence().getTriggers()).anyMatch(CommandsTest::isAltWithALetter))
				.map(each -> each.getTriggerSequence() + " " + each.getParameterizedCommand().getId()).toList(); //$NON-NLS-1$
		assertEquals(List.of(), taken);
	}

	private static boolean isAltWithALetter(Trigger trigger) {
		return trigger instanceof KeyStroke key && key.getModifierKeys() == SWT.ALT && Character.isLetter(key.getNaturalKey());
	}

	@Test
	void eachHasAnIconThatIsSharpOnAnyScreen() {
		ICommandImageService images = PlatformUI.getWorkbench().getService(ICommandImageService.class);
		assertEquals(List.of(), those(command -> images.getImageDescriptor(command.getId()) == null));
		assertEquals(List.of(), those(command -> !isSharp(images.getImageDescriptor(command.getId()))));
	}

	private static boolean isSharp(ImageDescriptor descriptor) {
		ImageData data = descriptor.getImageData(ZOOM);
		return data != null && data.width == 16 * ZOOM / 100 && isPainted(data);
	}

	private static boolean isPainted(ImageData data) {
		for (int y = 0; y < data.height; y++) {
			for (int x = 0; x < data.width; x++) {
				if (data.getTransparencyType() != SWT.TRANSPARENCY_ALPHA || data.getAlpha(x, y) > 0) {
					return true;
				}
			}
		}
		return false;
	}
}
