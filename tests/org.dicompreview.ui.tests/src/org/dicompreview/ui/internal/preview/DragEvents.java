package org.dicompreview.ui.internal.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.util.Arrays;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** Drags from one control to another, as SWT tells both of it. A screen without a person has no drags. UI thread only. */
final class DragEvents {

	private DragEvents() {
	}

	/**
	 * Drags.
	 *
	 * @param from  has a drag source
	 * @param start where it begins
	 * @param to    has a drop target
	 * @param late  what happens after the drag has begun: with GTK the row that is pressed is selected only then
	 */
	static void drag(Control from, Point start, Control to, Runnable late) throws ReflectiveOperationException {
		DragSource source = (DragSource) from.getData(DND.DRAG_SOURCE_KEY);
		DropTarget target = (DropTarget) to.getData(DND.DROP_TARGET_KEY);
		Event press = new Event();
		press.button = 1;
		press.x = start.x;
		press.y = start.y;
		from.notifyListeners(SWT.MouseDown, press);
		Event begin = event();
		begin.x = start.x;
		begin.y = start.y;
		source.notifyListeners(DND.DragStart, begin);
		assertTrue(begin.doit, "there is something to drag"); //$NON-NLS-1$
		late.run();
		Transfer transfer = Arrays.stream(source.getTransfer())
				.filter(each -> Arrays.asList(target.getTransfer()).contains(each)).findFirst().orElseThrow();
		TransferData type = transfer.getSupportedTypes()[0];
		Event enter = event();
		set(enter, "dataType", type); //$NON-NLS-1$
		set(enter, "dataTypes", new TransferData[] { type }); //$NON-NLS-1$
		set(enter, "operations", DND.DROP_COPY); //$NON-NLS-1$
		enter.detail = DND.DROP_DEFAULT;
		target.notifyListeners(DND.DragEnter, enter);
		assertEquals(DND.DROP_COPY, enter.detail, "it can be dropped"); //$NON-NLS-1$
		Event data = event();
		set(data, "dataType", type); //$NON-NLS-1$
		source.notifyListeners(DND.DragSetData, data);
		Event drop = event();
		set(drop, "dataType", type); //$NON-NLS-1$
		set(drop, "dataTypes", new TransferData[] { type }); //$NON-NLS-1$
		set(drop, "operations", DND.DROP_COPY); //$NON-NLS-1$
		drop.detail = DND.DROP_COPY;
		drop.data = data.data;
		target.notifyListeners(DND.Drop, drop);
		Event end = event();
		end.doit = true;
		end.detail = DND.DROP_COPY;
		source.notifyListeners(DND.DragEnd, end);
	}

	/** The class is not for others. */
	private static Event event() throws ReflectiveOperationException {
		Constructor<?> constructor = Class.forName("org.eclipse.swt.dnd.DNDEvent", true, DND.class.getClassLoader()) //$NON-NLS-1$
				.getDeclaredConstructor();
		constructor.setAccessible(true);
		return (Event) constructor.newInstance();
	}

	private static void set(Event event, String field, Object value) throws ReflectiveOperationException {
		var found = event.getClass().getField(field);
		found.setAccessible(true);
		found.set(event, value);
	}
}
