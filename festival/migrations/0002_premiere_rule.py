"""The premiere that a category asks for; none in the calls that exist."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("festival", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="category",
            name="premiere",
            field=models.CharField(
                blank=True,
                choices=[
                    ("world", "World premiere"),
                    ("international", "International premiere"),
                    ("continental", "Premiere on its continent"),
                    ("national", "Premiere in its country"),
                ],
                default="",
                max_length=16,
                verbose_name="premiere asked for",
            ),
        ),
        migrations.AddConstraint(
            model_name="category",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    premiere__in=["", "world", "international", "continental", "national"]
                ),
                name="a_premiere_rule_is_known",
            ),
        ),
    ]
