"""Addresses of the public pages."""

from django.urls import path, re_path

from submissions.catalogue import feeds, naming_pages, pages, views

urlpatterns = [
    path("", views.home, name="home"),
    path("projects/", views.projects, name="projects"),
    path("projects/suggest", views.suggest, name="project_suggest"),
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
    path("sitemap-pages.xml", feeds.sitemap_pages, name="sitemap_pages"),
    path("sitemap-projects-<int:after>.xml", feeds.sitemap_projects, name="sitemap_projects"),
    path("feeds/projects.atom", feeds.feed_projects, name="feed_projects"),
    path("feeds/calls.atom", feeds.feed_calls, name="feed_calls"),
    path("projects/<str:slug>.json", pages.project_jsonld, name="project_jsonld"),
    path("projects/<str:slug>/", pages.project, name="project"),
    path("my/people/", naming_pages.people_known, name="people_known"),
    path("people/<str:slug>/", pages.person, name="person"),
    path("documents/<str:code>/", pages.document, name="document"),
    path("media/<str:code>/download/", pages.picture_download, name="picture_download"),
    re_path(
        r"^media/(?P<code>[0-9A-Za-z]{1,20})-(?P<width>[0-9]{1,5})\.(?P<ext>webp|jpg)$",
        pages.media,
        name="media",
    ),
    re_path(
        r"^covers/(?P<slug>[^/]{1,130})-(?P<digits>[0-9a-f]{10})\.svg$", pages.cover, name="cover"
    ),
]
