package org.dicompreview.dicom;

import java.util.List;
import java.util.Optional;

/** A data set or an item: elements in ascending order of tag, as far as they could be read. Immutable. */
public interface DataSet extends Attributes {

	/** {@return the elements, in file order} */
	List<Element> elements();

	/** {@return the element with this tag} */
	Optional<Element> element(int tag);

	/** {@return the damage at which reading ended; absent if the data set is whole} */
	Optional<Problem> problem();
}
