// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panelface.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using Kind = PanelWords::Kind;

PanelSpec chart()
{
    PanelSpec spec;
    spec.options = TimeSeriesOptions();
    return spec;
}

PanelData answered()
{
    PanelData data;
    data.series.push_back({});
    data.series.back().samples.push_back({0, 1});
    return data;
}

class PanelFaceTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void nothingYet()
    {
        for (const PanelBody body : {PanelBody::View, PanelBody::Table}) {
            const PanelFace face = panelFace(chart(), nullptr, body);
            QVERIFY(!face.viewShown);
            QCOMPARE(face.words.kind, Kind::Waiting);
        }
        const PanelFace text = panelFace(chart(), nullptr, PanelBody::WithoutData);
        QVERIFY(text.viewShown);
        QCOMPARE(text.words.kind, Kind::None);
    }

    void whatATextAsksIsLeftOver()
    {
        PanelData data;
        data.reasons.push_back({0, true, "There is no metric x.", {}});
        data.error = Error{ErrorCode::PromqlSyntax, {"unexpected"}, {0, 1}, {1, 1}};
        QCOMPARE(panelFace(chart(), &data, PanelBody::WithoutData), (PanelFace{true, {}}));
        QVERIFY(panelFace(chart(), &data, PanelBody::View).words.kind != Kind::None);
    }

    /// What is to be known of an answer goes with its face; of what is left over nothing is.
    void theFaceHasNoticesAndRemarks()
    {
        PanelData data = answered();
        data.notes = {"cut"};
        data.annotations = {{Annotation::Severity::Warning, "doubt", {}},
                            {Annotation::Severity::Info, "hint", {}}};
        for (const PanelBody body : {PanelBody::View, PanelBody::Table}) {
            const PanelFace face = panelFace(chart(), &data, body);
            QCOMPARE(face.notices, QStringList{QStringLiteral("hint")});
            QCOMPARE(face.remarks, (QStringList{QStringLiteral("doubt"), QStringLiteral("cut")}));
        }
        QCOMPARE(panelFace(chart(), &data, PanelBody::WithoutData), (PanelFace{true, {}}));
    }

    void anAnswerIsShown()
    {
        const PanelData data = answered();
        QCOMPARE(panelFace(chart(), &data, PanelBody::View), (PanelFace{true, {}}));
        const PanelData none;
        QCOMPARE(panelFace(chart(), &none, PanelBody::View),
                 (PanelFace{true, {}})); // the chart says so itself
    }

    void anErrorStandsBesideWhatWasAnswered()
    {
        PanelData data;
        data.error = Error{ErrorCode::PromqlSyntax, {"unexpected"}, {0, 1}, {1, 1}};
        PanelFace face = panelFace(chart(), &data, PanelBody::View);
        QVERIFY(!face.viewShown && !face.words.besideView);
        QCOMPARE(face.words.kind, Kind::Error);
        data.series = answered().series;
        face = panelFace(chart(), &data, PanelBody::View);
        QVERIFY(face.viewShown && face.words.besideView);
    }

    void theAuthorsWordComesBeforeReasons()
    {
        PanelData none;
        none.reasons.push_back({});
        none.reasons.back().text = "there is no such series";
        PanelSpec spec = chart();
        PanelFace face = panelFace(spec, &none, PanelBody::View);
        QVERIFY(!face.viewShown);
        QCOMPARE(face.words.kind, Kind::Reason);
        QCOMPARE(face.words.why, QStringLiteral("there is no such series"));
        spec.field.noValue = "quiet";
        face = panelFace(spec, &none, PanelBody::View);
        QVERIFY(!face.viewShown);
        QCOMPARE(face.words, (PanelWords{Kind::Waiting, QStringLiteral("quiet")}));
        // A table has a place of its own for it.
        QVERIFY(panelFace(spec, &none, PanelBody::Table).viewShown);
    }

    void whatIsNotDrawnSaysWhatItIs()
    {
        PanelSpec spec;
        ForeignOptions foreign;
        foreign.plugin = "acme-globe-panel";
        spec.options = foreign;
        const PanelFace face = panelFace(spec, nullptr, PanelBody::None);
        QVERIFY(!face.viewShown);
        QVERIFY(face.words.text.contains(QStringLiteral("acme-globe-panel")));
    }

    void headingsTellOfTheirTime()
    {
        PanelSpec spec;
        spec.title = "Load";
        spec.timeFrom = "6h";
        spec.timeShift = "1d";
        QCOMPARE(panelHeading(spec, false), QStringLiteral("Load · last 6h · 1d earlier"));
        QCOMPARE(panelHeading(spec, true), QStringLiteral("Load · 1d earlier"));
        spec.hideTimeOverride = true;
        QCOMPARE(panelHeading(spec, false), QStringLiteral("Load"));
    }
};

SIGHTGLASS_TEST(PanelFaceTest)

} // namespace

#include "panelfacetest.moc"
