package org.dicompreview.ui.internal.explorer;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.series.SliceStack;
import org.dicompreview.ui.FolderState;

/** The tree and the states of the open roots at one moment. Immutable. */
final class Snapshot {

	private record Place(Node node, Node parent) {
	}

	private final Node root;
	private final List<FolderState> states;
	private final Filter filter;
	private final FacetChoices choices;
	private final Map<Node, Place> places = new LinkedHashMap<>();
	private final Map<Object, Node> objects = new HashMap<>();

	Snapshot(List<Node> top, List<FolderState> states, Filter filter) {
		this(top, states, filter, FacetChoices.NONE);
	}

	Snapshot(List<Node> top, List<FolderState> states, Filter filter, FacetChoices choices) {
		this.choices = choices;
		root = new Node.Root(top);
		this.states = List.copyOf(states);
		this.filter = filter;
		enter(root, null);
	}

	static Snapshot empty() {
		return new Snapshot(List.of(), List.of(), Filter.NONE);
	}

	private void enter(Node node, Node parent) { // as deep as the tree: five levels
		places.put(node, new Place(node, parent));
		if (node instanceof Node.OfPatient || node instanceof Node.OfStudy || node instanceof Node.OfSeries) {
			node.model().ifPresent(object -> objects.put(object, node));
		}
		node.children().forEach(child -> enter(child, node));
	}

	Node root() {
		return root;
	}

	List<FolderState> states() {
		return states;
	}

	Filter filter() {
		return filter;
	}

	/** {@return what there is to choose from} */
	FacetChoices choices() {
		return choices;
	}

	/** {@return number of rows, expanded or not} */
	int size() {
		return places.size() - 1;
	}

	/** {@return what this snapshot says about the thing that a node of any snapshot stands for} */
	Optional<Node> current(Node node) {
		return Optional.ofNullable(places.get(node)).map(Place::node);
	}

	/** {@return the node that stands for a patient, study, series or stack, or for what another node does} */
	Optional<Node> find(Object element) {
		if (element instanceof Node node) {
			return current(node);
		}
		if (element instanceof SliceStack stack) {
			return find(stack.series()).flatMap(series -> series.children().stream()
					.filter(child -> child instanceof Node.OfStack other && other.object().index() == stack.index()).findFirst()
					.or(() -> Optional.of(series)));
		}
		return Optional.ofNullable(objects.get(element));
	}

	/** {@return the node above; null for the root and for what is not here} */
	Node parent(Node node) {
		Place place = places.get(node);
		return place == null ? null : place.parent();
	}

	/** {@return all nodes of a type, from the top down} */
	<T extends Node> List<T> all(Class<T> type) {
		return places.keySet().stream().filter(type::isInstance).map(type::cast).toList();
	}
}
