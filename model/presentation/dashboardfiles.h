// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/openeddashboard.h"
#include "model/scrape/backgroundtask.h"
#include "model/scrape/filewatch.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace sightglass {

/// Dashboards opened from files and texts. Files are read and brought up to date on threads of their own,
/// watched, and read again when they change; a broken edit leaves what was there before and says so. GUI
/// thread, which never waits.
class DashboardFiles : public QObject
{
    Q_OBJECT

public:
    /// One opened dashboard.
    struct Entry
    {
        QString source;  ///< the absolute path, or "text:1" and so on for one that came as a text
        QString name;    ///< of the file, or as it was called; displayable
        QByteArray text; ///< as it was last good
        std::optional<OpenedDashboard> opened; ///< empty: not read yet, or never good
        QString problem; ///< why the file as it is now is not in force; empty: it is. Displayable
        bool isFile = true;
        int asked = 0; ///< what was asked for later has a larger number
    };

    explicit DashboardFiles(QObject *parent = nullptr);
    ~DashboardFiles() override;

    /// By which name a file is known here, wherever it was named from: its absolute path.
    [[nodiscard]] static QString sourceOf(const QString &file);

    /// Reads it, then emits changed() or failed(), and follows it from now on. One that is open already is
    /// read anew.
    void open(const QString &file);
    /// The same for a text, which nobody follows. Gives its source.
    QString openText(const QByteArray &text, const QString &name);
    void close(const QString &source);

    /// Those that are good, or were once, in the order in which they were opened.
    [[nodiscard]] std::vector<const Entry *> entries() const;
    /// Null where there is none.
    [[nodiscard]] const Entry *entry(const QString &source) const;
    /// The files among them.
    [[nodiscard]] QStringList paths() const;
    /// The number of what was asked for last; see Entry::asked. They are read in any order.
    [[nodiscard]] int lastAsked() const noexcept { return m_asked; }

signals:
    /// It is good: newly opened, or with other contents.
    void changed(const QString &source);
    /// It is broken, as `problem` says: what was there before stays; one that never was good is not opened.
    void failed(const QString &source, const QString &problem);
    void closed(const QString &source);

private:
    struct Reading
    {
        QByteArray text;
        Result<OpenedDashboard> opened = Error{};
    };
    struct Source
    {
        Entry entry;
        bool forcedReading = true; ///< somebody asked: told even where nothing has changed
        std::unique_ptr<FileWatch> watch;
        std::unique_ptr<BackgroundTask<Reading>> task;
    };

    Source &add(Entry entry);
    void read(Source &source);
    void take(const QString &name, Reading reading);
    [[nodiscard]] Source *find(const QString &source) const;
    void drop(const QString &source);

    std::vector<std::unique_ptr<Source>> m_sources;
    int m_texts = 0;
    int m_asked = 0;
};

} // namespace sightglass
