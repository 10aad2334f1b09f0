// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QDialog>
#include <QFrame>
#include <QPointer>
#include <QString>
#include <QStringList>

#include <vector>

class QLabel;
class QToolButton;

namespace sightglass {

/// What of a dashboard is not shown as its author meant it.
struct DashboardLosses
{
    struct OfPanel
    {
        QString title; ///< displayable
        QStringList losses;

        friend bool operator==(const OfPanel &, const OfPanel &) = default;
    };
    QStringList ofDashboard; ///< displayable, one line each
    std::vector<OfPanel> ofPanels;

    [[nodiscard]] int count() const;
    /// As text to copy: one line each, those of panels below their title.
    [[nodiscard]] QString text() const;

    friend bool operator==(const DashboardLosses &, const DashboardLosses &) = default;
};

/// One line above a dashboard that says how much of it is not honoured and opens the list; and, in its place,
/// why its file as it is now is not in force. Takes no room where there is nothing to say; can be put away.
class LossBar : public QFrame
{
    Q_OBJECT

public:
    explicit LossBar(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setLosses(const DashboardLosses &losses);
    /// Displayable; empty: the file is in force.
    void setProblem(const QString &problem);
    [[nodiscard]] QString text() const;
    /// Opens the list.
    void showList();
    [[nodiscard]] QDialog *list() const { return m_list; }

private:
    void update();

    DashboardLosses m_losses;
    QString m_problem;
    bool m_putAway = false;
    QLabel *m_text;
    QToolButton *m_show;
    QToolButton *m_away;
    QPointer<QDialog> m_list;
};

} // namespace sightglass
