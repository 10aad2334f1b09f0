// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/export/exporter.h"
#include "widgets/panels/charttablemodel.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

namespace {

using namespace sightglass;

constexpr const char *hostileTitle = "CPU <b>& \"load\" ]]>";

PanelSpec lines()
{
    PanelSpec spec;
    spec.options = standardOptions(PanelType::TimeSeries);
    spec.title = hostileTitle;
    spec.field.unit = "ops";
    return spec;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The texts of an SVG, and whether it is well-formed.
QStringList textsOf(const QByteArray &svg, bool &good)
{
    QStringList texts;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters)
            texts.append(reader.text().toString());
    }
    good = !reader.hasError();
    return texts;
}

class ExportTest : public sightglass::test::TestCase
{
    Q_OBJECT

private:
    struct Stage
    {
        PanelFrame frame{lines(), darkTheme()};

        Stage()
        {
            frame.resize(640, 320);
            frame.setData(
                std::make_shared<const PanelData>(test::walks({.rangeMs = 60'000, .series = 3}, 10)));
            frame.grab();
        }
    };

private Q_SLOTS:
    void picturesAreAsFineAsAskedFor()
    {
        Stage stage;
        const Drawing drawing = panelDrawing(stage.frame);
        QVERIFY(drawing.size.width() >= 640 && drawing.size.height() > 320);
        const QImage once = toImage(drawing, 1);
        const QImage thrice = toImage(drawing, 3);
        QCOMPARE(once.size(), drawing.size);
        QCOMPARE(thrice.size(), drawing.size * 3);
        // Corner: what is behind panels; inside: the panel's surface.
        QCOMPARE(once.pixelColor(1, 1), darkTheme().window);
        QCOMPARE(once.pixelColor(14, 40), darkTheme().surface);
        QCOMPARE(thrice.pixelColor(42, 120), darkTheme().surface);
    }

    void svgKeepsTextAsText()
    {
        Stage stage;
        const QByteArray svg = toSvg(panelDrawing(stage.frame));
        bool good = false;
        const QStringList texts = textsOf(svg, good);
        QVERIFY(good);
        QVERIFY2(texts.contains(QString::fromLatin1(hostileTitle)), qPrintable(texts.join(u'|')));
        for (const PanelSeries &series : stage.frame.panelData()->series)
            QVERIFY2(texts.contains(QString::fromStdString(series.name)), series.name.c_str());
        const auto hasYear = [](const QString &text) { return text.contains(QStringLiteral("2025-11-21")); };
        QVERIFY(std::ranges::any_of(texts, hasYear));
        QVERIFY(svg.contains("<polyline") || svg.contains("<path"));
    }

    void pdfIsOnePageOfTheSameShapeOrA4()
    {
        Stage stage;
        const Drawing drawing = panelDrawing(stage.frame);
        const auto mediaBox = [](const QByteArray &pdf) {
            const auto at = pdf.indexOf("/MediaBox [") + 11;
            QList<double> box;
            for (const QByteArray &number : pdf.mid(at, pdf.indexOf(']', at) - at).trimmed().split(' '))
                box.append(number.toDouble());
            return QSizeF(box.value(2), box.value(3));
        };
        const QByteArray own = toPdf(drawing, PdfPage::AsPicture);
        QVERIFY(own.startsWith("%PDF-"));
        const QSizeF page = mediaBox(own);
        const double shape = static_cast<double>(drawing.size.width()) / drawing.size.height();
        QVERIFY2(std::abs(page.width() / page.height() - shape) < 0.02,
                 qPrintable(QString::number(page.width())));
        QCOMPARE(own.count("/Type /Page\n"), 1);
        const QSizeF a4 = mediaBox(toPdf(drawing, PdfPage::A4Landscape));
        QVERIFY(std::abs(a4.width() - 842) < 2 && std::abs(a4.height() - 595) < 2);
        // Letters, not pictures of letters.
        QVERIFY(own.contains("/Font"));
    }

    void filesAreWholeAndToldOf_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("png") << int(ExportFormat::Png) << QByteArray("\x89PNG");
        QTest::newRow("svg") << int(ExportFormat::Svg) << QByteArray("<?xml");
        QTest::newRow("pdf") << int(ExportFormat::Pdf) << QByteArray("%PDF");
        QTest::newRow("csv") << int(ExportFormat::Csv) << QByteArray("time,value");
        QTest::newRow("json") << int(ExportFormat::Json) << QByteArray("{\"title\":");
    }

    void filesAreWholeAndToldOf()
    {
        QFETCH(int, format);
        QFETCH(QByteArray, begins);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("out"));
        QFile before(path);
        QVERIFY(before.open(QIODevice::WriteOnly));
        before.write("old");
        before.close();
        Stage stage;
        Exporter exporter;
        QSignalSpy told(&exporter, &Exporter::told);
        exporter.save(sourceOf(stage.frame), {ExportFormat(format), 2, PdfPage::AsPicture}, path);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told[0][1].toBool(), false);
        QVERIFY2(contentOf(path).startsWith(begins), contentOf(path).left(40).constData());
        QVERIFY(contentOf(path).size() > 500);
    }

    void whatCannotBeWrittenIsToldAndLeavesTheOldFile()
    {
        const QTemporaryDir folder;
        Stage stage;
        Exporter exporter;
        QSignalSpy told(&exporter, &Exporter::told);
        const QString path = folder.filePath(QStringLiteral("no such folder/out.png"));
        exporter.save(sourceOf(stage.frame), {}, path);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told[0][1].toBool(), true);
        QVERIFY(told[0][0].toString().contains(QStringLiteral("out.png")));
        QVERIFY(!QFile::exists(path));
    }

    void aFileHasWhatWasThereWhenItWasAskedFor()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.json"));
        Exporter exporter;
        QSignalSpy told(&exporter, &Exporter::told);
        {
            Stage stage;
            exporter.save(sourceOf(stage.frame), {ExportFormat::Json, 1, {}}, path);
        }
        QTRY_COMPARE(told.size(), 1);
        const QJsonObject json = QJsonDocument::fromJson(contentOf(path)).object();
        QCOMPARE(json[QStringLiteral("title")].toString(), QString::fromLatin1(hostileTitle));
        QCOMPARE(json[QStringLiteral("series")].toArray().size(), 3);
    }

    void picturesAndDataGoToTheClipboard()
    {
        Stage stage;
        Exporter exporter;
        exporter.copyPicture(sourceOf(stage.frame), 2);
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
        QVERIFY(data->hasImage());
        QCOMPARE(qvariant_cast<QImage>(data->imageData()).size(), panelDrawing(stage.frame).size * 2);
        QVERIFY(data->data(QStringLiteral("image/svg+xml")).contains("<svg"));
        exporter.copyData(sourceOf(stage.frame));
        data = QGuiApplication::clipboard()->mimeData();
        QVERIFY(data->text().startsWith(QStringLiteral("time,value")));
        QCOMPARE(data->data(QStringLiteral("text/csv")), data->text().toUtf8());
    }

    void whatIsFilteredSaysSo()
    {
        Stage stage;
        stage.frame.setTableShown(true);
        auto *model = stage.frame.findChild<ChartTableModel *>();
        const int all = model->rowCount();
        QVERIFY(!sourceOf(stage.frame).filtered);
        model->setFilter(1, {{}, FilterOperator::Greater, QStringLiteral("7.5")});
        const int shown = model->rowCount();
        QVERIFY(shown > 0 && shown < all);
        const QString few = QStringLiteral("%1 of %2 rows, as filtered").arg(shown).arg(all);
        const QString every = QStringLiteral("all %1 rows, whatever is filtered").arg(all);
        const ExportSource source = sourceOf(stage.frame);
        const QTemporaryDir folder;
        Exporter exporter;
        QSignalSpy told(&exporter, &Exporter::told);
        const auto rowsOf = [](const QByteArray &csv) { return csv.trimmed().count('\n'); };
        exporter.copyData(source);
        QVERIFY2(told.last()[0].toString().endsWith(few), qPrintable(told.last()[0].toString()));
        QCOMPARE(rowsOf(QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("text/csv"))),
                 3 * shown);
        exporter.copyData(source, ExportRows::All);
        QVERIFY(told.last()[0].toString().endsWith(every));
        QCOMPARE(rowsOf(QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("text/csv"))), 3 * all);
        for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::Json}) {
            const auto before = told.size();
            exporter.save(source, {format, 1, {}}, folder.filePath(QStringLiteral("a")));
            QTRY_COMPARE(told.size(), before + 1);
            QVERIFY(told.last()[0].toString().endsWith(format == ExportFormat::Csv ? few : every));
        }
        // The dialog says so and offers all of them.
        QWidget window;
        exporter.saveAs(source, {ExportFormat::Csv, 1, {}}, &window);
        const auto *dialog = window.findChild<QFileDialog *>();
        QVERIFY(dialog != nullptr);
        const QStringList kinds = dialog->nameFilters();
        QCOMPARE(kinds.size(), 2);
        QVERIFY(kinds[0].contains(few) && kinds[1].contains(every));
    }

    void dashboardsAreDrawnWhole()
    {
        Stage stage;
        PanelFrame second(lines(), darkTheme());
        second.resize(300, 200);
        DashboardParts parts;
        parts.title = QStringLiteral("All <of> it");
        parts.range = QStringLiteral("from then to now");
        parts.size = {1000, 2000};
        parts.theme = darkTheme();
        parts.panels = {{QRect(0, 0, 640, 320), &stage.frame, {}},
                        {QRect(0, 330, 640, 30), nullptr, QStringLiteral("A row")},
                        {QRect(0, 1790, 300, 200), &second, {}}};
        const ExportSource source = sourceOf(parts.title, [&parts] { return parts; });
        const Drawing drawing = source.drawing();
        QVERIFY(drawing.size.height() > 2000);
        bool good = false;
        const QStringList texts = textsOf(toSvg(drawing), good);
        QVERIFY(good);
        for (const QString &text : {parts.title, parts.range, QStringLiteral("A row")})
            QVERIFY2(texts.contains(text), qPrintable(text));
        QCOMPARE(texts.count(QString::fromLatin1(hostileTitle)), 2);
        const QJsonObject json = QJsonDocument::fromJson(source.json()()).object();
        QCOMPARE(json[QStringLiteral("dashboard")].toString(), parts.title);
        // A panel without an answer has no data.
        QCOMPARE(json[QStringLiteral("panels")].toArray().size(), 1);
        second.setData(stage.frame.panelData());
        const QByteArray csv = source.csv()(1'000'000);
        QCOMPARE(csv.count("time,value"), 2);
        QVERIFY(csv.startsWith("\"CPU <b>&"));
    }

    void fileNamesAreHarmless_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << QStringLiteral("CPU load") << QStringLiteral("CPU-load.png");
        QTest::newRow("path") << QStringLiteral("../../etc/passwd") << QStringLiteral("etc-passwd.png");
        QTest::newRow("hidden") << QStringLiteral(".ssh") << QStringLiteral("ssh.png");
        QTest::newRow("none") << QStringLiteral("<>/:*") << QStringLiteral("panel.png");
        QTest::newRow("letters") << QStringLiteral("Größe №1") << QStringLiteral("Größe-1.png");
        QTest::newRow("long") << QString(500, u'x') << QString(80, u'x') + QStringLiteral(".png");
    }

    void fileNamesAreHarmless()
    {
        QFETCH(QString, title);
        QTEST(Exporter::fileName(title, ExportFormat::Png), "name");
    }
};

SIGHTGLASS_TEST(ExportTest)

} // namespace

#include "exporttest.moc"
