// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace sightglass {

/// Where a page is pasted or dropped to be examined, or a file of one opened.
class ExamineBox : public QWidget
{
    Q_OBJECT

public:
    explicit ExamineBox(const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Why the last text was not taken; empty: nothing.
    void setProblem(const QString &problem);
    [[nodiscard]] QString problem() const;
    /// Whether there is something to go back to.
    void setDismissible(bool dismissible);
    /// Takes what the clipboard holds.
    void paste();

signals:
    void textGiven(const QString &text);
    void fileGiven(const QString &fileName);
    /// Back to what was there before.
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openFile();

    Theme m_theme;
    QLabel *m_title;
    QLabel *m_hint;
    QLabel *m_problem;
    QPushButton *m_cancel;
};

} // namespace sightglass
