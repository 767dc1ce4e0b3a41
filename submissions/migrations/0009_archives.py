"""What people take along: one file with everything of theirs."""

import django.db.models.deletion
import django.utils.timezone
import festival.ui.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('submissions', '0006_editor_memory'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Archive',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', festival.ui.fields.CodeField(default=festival.ui.fields.new_code, editable=False, max_length=10, unique=True)),
                ('state', models.CharField(choices=[('waiting', 'Being packed'), ('ready', 'Ready'), ('failed', 'Not packed')], default='waiting', max_length=8, verbose_name='state')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='asked for')),
                ('leased_until', models.DateTimeField(blank=True, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('ready_at', models.DateTimeField(blank=True, null=True, verbose_name='packed')),
                ('size', models.PositiveBigIntegerField(default=0, verbose_name='size in bytes')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='archives', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'archive of a person',
                'verbose_name_plural': 'archives of people',
                'ordering': ['-asked_at', '-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'ready', 'failed'])), name='an_archive_has_a_known_state'), models.CheckConstraint(condition=models.Q(models.Q(('ready_at__isnull', False), ('state', 'ready')), models.Q(models.Q(('state', 'ready'), _negated=True), ('ready_at__isnull', True)), _connector='OR'), name='only_a_packed_archive_has_its_instant'), models.UniqueConstraint(condition=models.Q(('state', 'waiting')), fields=('user',), name='a_person_waits_for_one_archive')],
            },
        ),
    ]
