"""Addresses of the work: catalogue, projects, entries."""

urlpatterns = []
