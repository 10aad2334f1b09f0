// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export/exporter.h"

#include "model/dashboard/framecsv.h"
#include "model/dashboard/paneljson.h"
#include "model/presentation/displaytext.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QStandardPaths>

#include <algorithm>
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

class Words
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::Exporter)

public:
    static QString remark(const PanelView::FilteredRows &rows, ExportRows meant)
    {
        return meant == ExportRows::All ? tr("all %1 rows, whatever is filtered").arg(rows.all)
                                        : tr("%1 of %2 rows, as filtered").arg(rows.shown).arg(rows.all);
    }
    static QString kind(const QString &format, const QString &remark)
    {
        return tr("%1: %2", "a format, which rows").arg(format, remark);
    }
};

/// A kind of file that can be chosen, and what is to be said of its rows.
struct Kind
{
    ExportRows rows = ExportRows::Shown;
    QString remark;
};

std::vector<Kind> kindsOf(const ExportSource &source, const ExportOrder &order)
{
    if (source.filtered && order.format == ExportFormat::Json)
        return {{ExportRows::All, Words::remark(*source.filtered, ExportRows::All)}};
    if (!source.filtered || order.format != ExportFormat::Csv)
        return {{}};
    return {{ExportRows::Shown, Words::remark(*source.filtered, ExportRows::Shown)},
            {ExportRows::All, Words::remark(*source.filtered, ExportRows::All)}};
}

QString nameOf(const Kind &kind, ExportFormat format)
{
    const QString name = formatName(format);
    return kind.remark.isEmpty() ? name : Words::kind(name, kind.remark);
}

} // namespace

ExportSource sourceOf(PanelFrame &frame)
{
    ExportSource source;
    source.title = displayText(std::string_view(frame.spec().title));
    source.drawing = [&frame] { return panelDrawing(frame); };
    const auto csv = [&frame](const PanelDataPtr &data) {
        return
            [answer = Answer{frame.spec(), data}](std::size_t mostRows) { return csvOf({answer}, mostRows); };
    };
    source.csv = [&frame, csv] { return csv(frame.shownData()); };
    source.wholeCsv = [&frame, csv] { return csv(frame.panelData()); };
    source.filtered = frame.filteredRows();
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
        const QString rows = m_rows.take(path);
        if (problem.isEmpty())
            emit told(rows.isEmpty() ? tr("Saved %1").arg(shown)
                                     : tr("Saved %1: %2", "a file, which rows it has").arg(shown, rows),
                      false);
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
    const std::vector<Kind> kinds = kindsOf(source, order);
    QStringList names;
    for (const Kind &kind : kinds)
        names << nameOf(kind, order.format) + QStringLiteral(" (*.%1)").arg(fileSuffix(order.format));
    dialog->setNameFilters(names);
    dialog->selectFile(fileName(source.title, order.format));
    std::vector<Bytes> bytes;
    for (const Kind &kind : kinds)
        bytes.push_back(bytesOf(source, order, kind.rows));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, dialog, names, kinds, bytes = std::move(bytes)](const QString &path) {
                const qsizetype chosen = std::max<qsizetype>(0, names.indexOf(dialog->selectedNameFilter()));
                const auto kind = static_cast<std::size_t>(chosen);
                write(path, bytes[kind], kinds[kind].remark);
            });
    dialog->open();
}

Exporter::Bytes Exporter::bytesOf(const ExportSource &source, const ExportOrder &order, ExportRows rows)
{
    switch (order.format) {
    case ExportFormat::Svg:
        return [bytes = toSvg(source.drawing())] { return bytes; };
    case ExportFormat::Pdf:
        return [bytes = toPdf(source.drawing(), order.page)] { return bytes; };
    case ExportFormat::Csv:
        return [csv = rows == ExportRows::All ? source.wholeCsv() : source.csv()] { return csv(allRows); };
    case ExportFormat::Json:
        return source.json();
    case ExportFormat::Png:
        break;
    }
    // Compressing takes longer than drawing.
    return [image = toImage(source.drawing(), order.scale)] { return pngBytes(image); };
}

void Exporter::write(const QString &path, Bytes bytes, const QString &rows)
{
    m_folder = QFileInfo(path).absolutePath();
    if (!rows.isEmpty())
        m_rows[path] = rows;
    m_saver.save(path, std::move(bytes));
}

void Exporter::save(const ExportSource &source, const ExportOrder &order, const QString &path)
{
    write(path, bytesOf(source, order), kindsOf(source, order).front().remark);
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

void Exporter::copyData(const ExportSource &source, ExportRows rows)
{
    const bool whole = rows == ExportRows::All && source.wholeCsv;
    const QByteArray csv = (whole ? source.wholeCsv() : source.csv())(mostCopiedRows);
    auto *data = new QMimeData;
    data->setText(QString::fromUtf8(csv));
    data->setData(QStringLiteral("text/csv"), csv);
    QGuiApplication::clipboard()->setMimeData(data);
    const QString remark = source.filtered
                               ? Words::remark(*source.filtered, whole ? ExportRows::All : ExportRows::Shown)
                               : QString();
    emit told(remark.isEmpty()
                  ? tr("Copied the data of %1").arg(source.title)
                  : tr("Copied the data of %1: %2", "a panel, which rows").arg(source.title, remark),
              false);
}

} // namespace sightglass
