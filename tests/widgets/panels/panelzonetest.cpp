// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "widgets/panels/panelframe.h"

#include <QTest>

namespace {

using namespace sightglass;

/// A panel with a zone of its own tells times in that, whatever its dashboard's is.
class PanelZoneTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void itsOwnGoesFirst()
    {
        PanelSpec spec;
        TimeSeriesOptions options;
        spec.options = options;
        PanelFrame plain(spec, darkTheme());
        plain.setTimeZone(QTimeZone("Europe/Berlin"));
        QCOMPARE(plain.timeZone(), QTimeZone("Europe/Berlin"));
        options.timezones = {"Asia/Tokyo"};
        spec.options = options;
        PanelFrame own(spec, darkTheme());
        own.setTimeZone(QTimeZone("Europe/Berlin"));
        QCOMPARE(own.timeZone(), QTimeZone("Asia/Tokyo"));
    }
};

SIGHTGLASS_TEST(PanelZoneTest)

} // namespace

#include "panelzonetest.moc"
