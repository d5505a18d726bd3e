"""Addresses without a language: for robots, browsers and those who report vulnerabilities."""

from django.urls import path

from home.views import technical

urlpatterns = [
    path("robots.txt", technical.robots, name="robots"),
    path("sitemap.xml", technical.sitemap_index, name="sitemap"),
    path("sitemaps/<slug:name>-<int:number>.xml", technical.sitemap_file, name="sitemap_file"),
    path(".well-known/security.txt", technical.security_txt, name="security_txt"),
    path("favicon.ico", technical.favicon, name="favicon"),
]
