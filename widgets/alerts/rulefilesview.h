// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QString>
#include <QWidget>

#include <vector>

class QPushButton;
class QTableWidget;

namespace sightglass {

/// A rule file that there is, evaluated or not.
struct RuleFileLine
{
    enum class Origin
    {
        Opened,    ///< by the user, by itself
        Named,     ///< by a prometheus.yml that is open
        Dashboard, ///< comes with the program, and a dashboard of a target asks for it
        Bundled    ///< comes with the program
    };

    QString file; ///< its path, or the name of one that comes along
    Origin origin = Origin::Opened;
    bool isOn = false;
    int rules = 0;   ///< that it has, or had when it was last good
    QString problem; ///< where and why it is not in force as it stands; displayable

    friend bool operator==(const RuleFileLine &, const RuleFileLine &) = default;
};

/// All rule files, each with a switch: those of the user's own, those that a configuration names, those that
/// come along. Space turns the switch of the current line.
class RuleFilesView : public QWidget
{
    Q_OBJECT

public:
    explicit RuleFilesView(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setFiles(const std::vector<RuleFileLine> &files);

signals:
    void switched(const QString &file, bool on);
    /// The user wants to open another one.
    void openRequested();
    /// The user wants to see the text of this one.
    void showRequested(const QString &file);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeTable();
    void showLine(int row);
    void toggle(int row);
    void updateButtons();

    Theme m_theme;
    std::vector<RuleFileLine> m_files;
    QTableWidget *m_table;
    QPushButton *m_show;
};

} // namespace sightglass
