from graph.projection.edges import EVENT_EDGES
from graph.vocabulary import plover


def test_events_are_drawn_as_the_vocabulary_says() -> None:
    assert {id_: edge.type for id_, edge in EVENT_EDGES.items()} == {type_.id: type_.edge for type_ in plover()}
