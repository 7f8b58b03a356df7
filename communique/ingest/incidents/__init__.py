"""Tables of incidents: CSV of any shape → claims with their citation, and a message for every row that is no good."""

from communique.ingest.incidents.checking import check_dataset
from communique.ingest.incidents.faults import RowFault
from communique.ingest.incidents.mapping import load_mapping, named, shapes
from communique.ingest.incidents.reading import IncidentTable, recognised
from communique.ingest.incidents.shape import Shape

__all__ = ["IncidentTable", "RowFault", "Shape", "check_dataset", "load_mapping", "named", "recognised", "shapes"]
