"""The focal point of the poster moves into the columns of the card."""

from django.db import migrations, models


def copy_focal_points(apps, schema_editor):
    project, media = apps.get_model("submissions", "Project"), apps.get_model("submissions", "Media")
    posters = media.objects.filter(kind="poster").order_by("pk")
    for row in posters.values("project", "focal_x", "focal_y").iterator():
        focus = f"fx-{round(row['focal_x'] / 10)} fy-{round(row['focal_y'] / 10)}"
        project.objects.filter(pk=row["project"]).exclude(poster_code="").update(poster_focus=focus)


class Migration(migrations.Migration):
    dependencies = [("submissions", "0007_doors_and_viewings")]

    operations = [
        migrations.AddField(
            model_name="project",
            name="poster_focus",
            field=models.CharField(default="", editable=False, max_length=12),
        ),
        migrations.RunPython(copy_focal_points, migrations.RunPython.noop),
    ]
