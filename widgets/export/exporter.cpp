// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export/exporter.h"

#include "model/dashboard/framecsv.h"
#include "model/dashboard/paneljson.h"
#include "model/presentation/displaytext.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QStandardPaths>

#include <limits>

namespace sightglass {

namespace {

constexpr std::size_t mostCopiedRows = 100'000; ///< of CSV on the clipboard: others have to take it whole
constexpr std::size_t allRows = std::numeric_limits<std::size_t>::max();

/// A panel's spec and answer, kept for another thread.
struct Answer
{
    PanelSpec spec;
    PanelDataPtr data;
};

QByteArray csvOf(const std::vector<Answer> &answers, std::size_t mostRows)
{
    QByteArray csv;
    for (const Answer &answer : answers) {
        if (!answer.data)
            continue;
        // Several panels: each with its title as a row above, an empty line between them.
        if (answers.size() > 1) {
            std::string title = answer.spec.title;
            std::erase_if(title, [](char c) { return c == '\r' || c == '\n' || c == '"'; });
            csv += (csv.isEmpty() ? "\"" : "\r\n\r\n\"") + QByteArray::fromStdString(title) + "\"\r\n";
        }
        csv += QByteArray::fromStdString(shownCsv(*answer.data, mostRows).text);
    }
    return csv + "\r\n";
}

QByteArray jsonOf(const std::string &title, const std::vector<Answer> &answers)
{
    std::vector<AnsweredPanel> panels;
    for (const Answer &answer : answers)
        panels.push_back({&answer.spec, answer.data.get()});
    return QByteArray::fromStdString(dashboardJson(title, panels)) + '\n';
}

/// `shown`: without what the user has filtered away.
std::vector<Answer> answersOf(const DashboardParts &parts, bool shown)
{
    std::vector<Answer> answers;
    for (const PlacedPanel &panel : parts.panels) {
        if (panel.frame != nullptr)
            answers.push_back(
                {panel.frame->spec(), shown ? panel.frame->shownData() : panel.frame->panelData()});
    }
    return answers;
}

} // namespace

ExportSource sourceOf(PanelFrame &frame)
{
    ExportSource source;
    source.title = displayText(std::string_view(frame.spec().title));
    source.drawing = [&frame] { return panelDrawing(frame); };
    source.csv = [&frame] {
        return [answer = Answer{frame.spec(), frame.shownData()}](std::size_t mostRows) {
            return csvOf({answer}, mostRows);
        };
    };
    source.json = [&frame] {
        return [answer = Answer{frame.spec(), frame.panelData()}] {
            const std::string json =
                answer.data ? panelJson(answer.spec, *answer.data) : panelJson(answer.spec, PanelData{});
            return QByteArray::fromStdString(json) + '\n';
        };
    };
    return source;
}

ExportSource sourceOf(const QString &title, std::function<DashboardParts()> parts)
{
    ExportSource source;
    source.title = title;
    source.drawing = [parts] { return dashboardDrawing(parts()); };
    source.csv = [parts] {
        return
            [answers = answersOf(parts(), true)](std::size_t mostRows) { return csvOf(answers, mostRows); };
    };
    source.json = [parts, title] {
        return [answers = answersOf(parts(), false), name = title.toStdString()] {
            return jsonOf(name, answers);
        };
    };
    return source;
}

Exporter::Exporter(QObject *parent)
    : QObject(parent)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
    connect(&m_saver, &SaveQueue::finished, this, [this](const QString &path, const QString &problem) {
        const QString shown = displayText(QDir::toNativeSeparators(path));
        if (problem.isEmpty())
            emit told(tr("Saved %1").arg(shown), false);
        else
            emit told(tr("Cannot write %1: %2").arg(shown, displayText(problem)), true);
    });
}

QString Exporter::fileName(const QString &title, ExportFormat format)
{
    constexpr qsizetype longest = 80;
    QString name;
    for (const QChar c : title.simplified()) {
        if (name.size() >= longest)
            break;
        const bool plain = c.isLetterOrNumber() || c == u'-' || c == u'_' || (c == u'.' && !name.isEmpty());
        if (plain)
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    while (name.endsWith(u'-') || name.endsWith(u'.'))
        name.chop(1);
    return (name.isEmpty() ? QStringLiteral("panel") : name) + u'.' + fileSuffix(format);
}

void Exporter::saveAs(const ExportSource &source, const ExportOrder &order, QWidget *window)
{
    auto *dialog = new QFileDialog(window, tr("Export %1").arg(source.title), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(fileSuffix(order.format));
    dialog->setNameFilter(formatName(order.format) + QStringLiteral(" (*.%1)").arg(fileSuffix(order.format)));
    dialog->selectFile(fileName(source.title, order.format));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, bytes = bytesOf(source, order)](const QString &path) { write(path, bytes); });
    dialog->open();
}

Exporter::Bytes Exporter::bytesOf(const ExportSource &source, const ExportOrder &order)
{
    switch (order.format) {
    case ExportFormat::Svg:
        return [bytes = toSvg(source.drawing())] { return bytes; };
    case ExportFormat::Pdf:
        return [bytes = toPdf(source.drawing(), order.page)] { return bytes; };
    case ExportFormat::Csv:
        return [csv = source.csv()] { return csv(allRows); };
    case ExportFormat::Json:
        return source.json();
    case ExportFormat::Png:
        break;
    }
    // Compressing takes longer than drawing.
    return [image = toImage(source.drawing(), order.scale)] { return pngBytes(image); };
}

void Exporter::write(const QString &path, Bytes bytes)
{
    m_folder = QFileInfo(path).absolutePath();
    m_saver.save(path, std::move(bytes));
}

void Exporter::save(const ExportSource &source, const ExportOrder &order, const QString &path)
{
    write(path, bytesOf(source, order));
}

void Exporter::copyPicture(const ExportSource &source, double scale)
{
    const Drawing drawing = source.drawing();
    auto *data = new QMimeData;
    QImage image = toImage(drawing, scale);
    image.setDevicePixelRatio(1);
    data->setImageData(image);
    data->setData(QStringLiteral("image/svg+xml"), toSvg(drawing));
    QGuiApplication::clipboard()->setMimeData(data);
    emit told(tr("Copied the picture of %1").arg(source.title), false);
}

void Exporter::copyData(const ExportSource &source)
{
    const QByteArray csv = source.csv()(mostCopiedRows);
    auto *data = new QMimeData;
    data->setText(QString::fromUtf8(csv));
    data->setData(QStringLiteral("text/csv"), csv);
    QGuiApplication::clipboard()->setMimeData(data);
    emit told(tr("Copied the data of %1").arg(source.title), false);
}

} // namespace sightglass
