// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QObject>
#include <QStringList>

namespace sightglass {

class MainWindow;
class Workspace;

/// Takes pictures of the window as a user would see it, for machines without a display: one of every
/// dashboard page after a while, further ones for what lies below the fold, and one of the first moment an
/// alert fires.
class WindowRenderer : public QObject
{
    Q_OBJECT

public:
    WindowRenderer(MainWindow *window, Workspace *workspace, const QDir &folder, QObject *parent = nullptr);

    /// Emits finished() after `milliseconds` of the window's ordinary life and the time the pictures take.
    void start(std::int64_t milliseconds);

signals:
    /// The files written; `ok` is false when one could not be, or when there was no page.
    void finished(const QStringList &files, bool ok);

private:
    void renderPage(int tab);
    void renderScrolled(int tab, int part);
    void save(const QString &name);
    [[nodiscard]] QString pageName(int tab, int part) const;

    MainWindow *m_window;
    QDir m_folder;
    QStringList m_files;
    bool m_ok = true;
    bool m_alertSeen = false;
};

} // namespace sightglass
