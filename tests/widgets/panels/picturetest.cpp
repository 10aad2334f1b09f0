// SPDX-License-Identifier: GPL-3.0-or-later
// Every panel type in every theme against a coarse signature of the picture that a developer has looked at
// (tests/data/pictures). SIGHTGLASS_UPDATE_PICTURES=1 writes the signatures of what is drawn now: look at
// ./dev gallery first.
#include "tests/support/testcase.h"
#include "tests/widgets/panels/gallerycases.h"
#include "tests/widgets/panels/picturesignature.h"
#include "tests/widgets/panels/syntheticdata.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <cmath>

namespace {

using namespace sightglass;
using namespace sightglass::test;

constexpr QSize panelSize(480, 300);
/// How far from the limit pictures stay that are known to be the same, or not to be.
constexpr double margin = 1.25;

QByteArray described(const PictureDifference &difference)
{
    return QByteArray::number(difference.size) + ": " + difference.words.toUtf8();
}

QString fileOf(const QString &type, const QString &theme)
{
    return QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/pictures/%1-%2.txt").arg(type, theme);
}

PictureSignature drawn(PanelFrame &frame)
{
    frame.resize(panelSize);
    frame.grab(); // lays out
    return signatureOf(frame.grab().toImage(), frame.theme().surface);
}

std::unique_ptr<PanelFrame> framed(const PanelSpec &spec, PanelDataPtr data)
{
    auto frame = std::make_unique<PanelFrame>(spec, darkTheme());
    frame->setTimeZone(QTimeZone::utc());
    frame->setData(data);
    return frame;
}

class PictureTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void panelsLookAsTheyDid_data()
    {
        QTest::addColumn<PanelType>("type");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("theme");
        for (const GalleryType &type : galleryTypes()) {
            for (const char *theme : {"dark", "light", "high-contrast"})
                QTest::addRow("%s %s", type.id, theme)
                    << type.type << fileOf(QLatin1String(type.id), QLatin1String(theme))
                    << QString::fromLatin1(theme);
        }
    }

    void panelsLookAsTheyDid()
    {
        QFETCH(PanelType, type);
        QFETCH(QString, file);
        QFETCH(QString, theme);
        const auto frame = galleryPanel(type, GalleryCase::Usual, *themeByName(theme));
        const PictureSignature actual = drawn(*frame);
        QFile reference(file);
        if (qEnvironmentVariableIsSet("SIGHTGLASS_UPDATE_PICTURES")) {
            QVERIFY(QDir().mkpath(QFileInfo(file).path()));
            QVERIFY(reference.open(QIODevice::WriteOnly));
            reference.write(text(actual).toUtf8());
            return;
        }
        QVERIFY2(reference.open(QIODevice::ReadOnly), qPrintable(file));
        const auto expected = parse(QString::fromUtf8(reference.readAll()));
        QVERIFY(expected);
        const PictureDifference differs = difference(*expected, actual);
        QVERIFY2(differs.size <= 1, described(differs).constData());
    }

    void signaturesAreReadAsTheyAreWritten()
    {
        const auto frame = galleryPanel(PanelType::Stat, GalleryCase::Usual, darkTheme());
        const PictureSignature signature = drawn(*frame);
        QCOMPARE(parse(text(signature)), std::optional(signature));
        QVERIFY(!parse(QStringLiteral("1/2 3/4")));
        QVERIFY(!parse(text(signature).replace(u' ', u'/')));
        QCOMPARE(difference(signature, signature).size, 0.0);
    }

    /// Another size of letters is not another picture.
    void otherLettersAreTheSamePicture_data()
    {
        QTest::addColumn<PanelType>("type");
        QTest::newRow("time series") << PanelType::TimeSeries;
        QTest::newRow("stat") << PanelType::Stat;
    }

    void otherLettersAreTheSamePicture()
    {
        QFETCH(PanelType, type);
        const auto frame = galleryPanel(type, GalleryCase::Usual, darkTheme());
        const PictureSignature usual = drawn(*frame);
        const auto other = galleryPanel(type, GalleryCase::Usual, darkTheme());
        QFont font = other->font();
        font.setPointSizeF(font.pointSizeF() * 1.06);
        other->setFont(font);
        const PictureSignature actual = drawn(*other);
        QVERIFY(actual != usual);
        const PictureDifference differs = difference(usual, actual);
        QVERIFY2(differs.size < 1 / margin, described(differs).constData());
    }

    void aLineThatIsMissingIsSeen()
    {
        const PanelSpec spec = gallerySpec(PanelType::TimeSeries, GalleryCase::Usual);
        const PanelDataPtr data = galleryData(spec, GalleryCase::Usual);
        const PictureSignature whole = drawn(*framed(spec, data));
        for (std::size_t missing = 0; missing < data->series.size(); ++missing) {
            auto less = std::make_shared<PanelData>(*data);
            for (Sample &sample : less->series[missing].samples.edit())
                sample.v = std::nan("");
            const PictureDifference differs = difference(whole, drawn(*framed(spec, less)));
            QVERIFY2(differs.size > margin, described(differs).constData());
        }
    }

    void aLegendThatIsMissingIsSeen()
    {
        PanelSpec spec = gallerySpec(PanelType::TimeSeries, GalleryCase::Usual);
        const PanelDataPtr data = galleryData(spec, GalleryCase::Usual);
        const PictureSignature whole = drawn(*framed(spec, data));
        legendOf(spec.options)->mode = LegendMode::Hidden;
        const PictureDifference differs = difference(whole, drawn(*framed(spec, data)));
        QVERIFY2(differs.size > margin, described(differs).constData());
    }

    void aBarThatIsMissingIsSeen_data()
    {
        QTest::addColumn<PanelType>("type");
        QTest::newRow("bar gauge") << PanelType::BarGauge;
        QTest::newRow("state timeline") << PanelType::StateTimeline;
        QTest::newRow("pie") << PanelType::Pie;
    }

    void aBarThatIsMissingIsSeen()
    {
        QFETCH(PanelType, type);
        const PanelSpec spec = gallerySpec(type, GalleryCase::Usual);
        const PanelDataPtr data = galleryData(spec, GalleryCase::Usual);
        const PictureSignature whole = drawn(*framed(spec, data));
        auto less = std::make_shared<PanelData>(*data);
        less->series.pop_back();
        if (less->frames) {
            auto frames = *less->frames;
            if (frames.size() > 1)
                frames.pop_back();
            else
                frames.front().fields.pop_back();
            less->frames = std::make_shared<const std::vector<Frame>>(std::move(frames));
        }
        const PictureDifference differs = difference(whole, drawn(*framed(spec, less)));
        QVERIFY2(differs.size > margin, described(differs).constData());
    }

    /// Nothing that may come a panel's way ends the program or leaves it empty.
    void everyCaseIsDrawn_data()
    {
        QTest::addColumn<PanelType>("type");
        QTest::addColumn<int>("what");
        for (const GalleryType &type : galleryTypes()) {
            for (const NamedCase &one : galleryCases())
                QTest::addRow("%s %s", type.id, one.id) << type.type << static_cast<int>(one.what);
        }
    }

    void everyCaseIsDrawn()
    {
        QFETCH(PanelType, type);
        QFETCH(int, what);
        const auto frame = galleryPanel(type, static_cast<GalleryCase>(what), darkTheme());
        for (const QSize &size : {panelSize, QSize(120, 60), QSize(30, 20)}) {
            frame->resize(size);
            QVERIFY(!frame->grab().isNull());
        }
        double ink = 0;
        for (const PictureSignature::Cell &cell : drawn(*frame).cells)
            ink += cell.ink;
        QVERIFY(ink > 100);
    }
};

SIGHTGLASS_TEST(PictureTest)

} // namespace

#include "picturetest.moc"
