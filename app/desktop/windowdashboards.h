// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/windowsettings.h"

#include <QObject>
#include <QString>
#include <QStringList>

class QMenu;
class QMimeData;
class QWidget;

namespace sightglass {

class DashboardPages;

/// The dashboard files of a window: opened by menu, command line, by dropping them onto it or pasting their
/// text; open again at the next start, and listed while they were open not long ago. GUI thread.
class WindowDashboards : public QObject
{
    Q_OBJECT

public:
    /// `pages` and `settings` outlive this.
    WindowDashboards(DashboardPages *pages, WindowSettings *settings, QWidget *window);

    /// Opens what was open when the window was closed, and beside that what is asked for: files, and names of
    /// dashboards that come with the program, which are not remembered.
    void start(const QStringList &forThisTime);

    /// Dashboards that are dropped are taken before others look at them.
    void takeDropsFirst();

    /// Asks for files and opens them.
    void choose();
    void open(const QString &path);
    /// What is in the clipboard: a dashboard's text, or files.
    void paste();
    /// Whether paste() would open something.
    [[nodiscard]] bool canPaste() const;
    /// Those that were open not long ago, filled when it is about to be shown.
    [[nodiscard]] QMenu *makeRecentMenu();

signals:
    /// Plain, displayable.
    void told(const QString &text, bool isProblem);

protected:
    /// Files and texts dropped onto the window.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool take(const QMimeData &data);
    void remember();
    void fillRecent(QMenu *menu);

    DashboardPages *m_pages;
    WindowSettings *m_settings;
    QWidget *m_window;
    QStringList m_temporary; ///< of the command line
};

/// Whether a text may be a dashboard rather than a page of metrics: it begins as a JSON object.
[[nodiscard]] bool looksLikeDashboard(const QString &text);

} // namespace sightglass
