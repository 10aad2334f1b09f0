// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/export/drawing.h"
#include "widgets/export/paneldrawing.h"
#include "widgets/export/savequeue.h"

#include <QHash>
#include <QObject>

#include <cstddef>
#include <functional>
#include <optional>

namespace sightglass {

/// Something to export. Its parts are called at once, in the GUI thread, and what csv and json return later
/// on another one: a file has what was there when it was asked for.
struct ExportSource
{
    QString title; ///< displayable; the file's name is made of it
    std::function<Drawing()> drawing;
    std::function<std::function<QByteArray(std::size_t mostRows)>()> csv;
    std::function<std::function<QByteArray()>()> json; ///< the whole answer, whatever is filtered
    /// Where csv lacks rows because the user's filters hide them: how many it has, and the same with all.
    std::optional<PanelView::FilteredRows> filtered = {};
    std::function<std::function<QByteArray(std::size_t mostRows)>()> wholeCsv = {};
};

/// Which rows of a filtered table are meant; of others there are no two kinds.
enum class ExportRows : unsigned char
{
    Shown,
    All
};

/// A panel. The frame must outlive it.
[[nodiscard]] ExportSource sourceOf(PanelFrame &frame);

/// All panels of a dashboard, as `parts` has them when it is called. CSV has them below each other, each with
/// its title as a row of its own and an empty line between two.
[[nodiscard]] ExportSource sourceOf(const QString &title, std::function<DashboardParts()> parts);

/// Saves and copies panels and dashboards. Files are written off the GUI thread; what becomes of them is told
/// by a signal, never by a box. GUI thread.
class Exporter : public QObject
{
    Q_OBJECT

public:
    explicit Exporter(QObject *parent = nullptr);

    /// Asks for a file name, without holding up anything, and then saves what was there when it asked. Of a
    /// filtered table it asks which rows are meant, too: as a kind of file.
    void saveAs(const ExportSource &source, const ExportOrder &order, QWidget *window);
    void save(const ExportSource &source, const ExportOrder &order, const QString &path);

    /// PNG and SVG.
    void copyPicture(const ExportSource &source, double scale);
    /// CSV, as such and as plain text.
    void copyData(const ExportSource &source, ExportRows rows = ExportRows::Shown);

    /// A file name for this title: letters, digits and little else, bounded; never hidden, never a path.
    [[nodiscard]] static QString fileName(const QString &title, ExportFormat format);

signals:
    /// A line for the user: what was saved or copied, or why not. Plain, displayable.
    void told(const QString &text, bool isProblem);

private:
    using Bytes = std::function<QByteArray()>;
    [[nodiscard]] static Bytes bytesOf(const ExportSource &source, const ExportOrder &order,
                                       ExportRows rows = ExportRows::Shown);
    void write(const QString &path, Bytes bytes, const QString &rows = {});

    SaveQueue m_saver;
    QString m_folder;               ///< of the last file
    QHash<QString, QString> m_rows; ///< what is to be said of the rows of files on their way, by path
};

} // namespace sightglass
