// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QFrame>
#include <QStringList>

#include <vector>

class QLabel;
class QListView;

namespace sightglass {

class ChoiceDelegate;
class ChoiceModel;

/// One line of a ChoicePopup. All texts are displayable and plain.
struct Choice
{
    QString text;
    QList<int> matched; ///< places in the text that answer what was typed
    QString mark;       ///< a letter or two for its kind
    SemanticColor markColor = SemanticColor::Neutral;
    QString type;
    QString unit;
    QString help;
};

/// A list over an editor: what may be written here, or what was asked before. Lies in the editor's window and
/// never takes the focus: the editor hands keys on to it. Shows the whole help of the current line below.
class ChoicePopup : public QFrame
{
    Q_OBJECT

public:
    ChoicePopup(const Theme &theme, QWidget *editor);

    void setTheme(const Theme &theme);

    /// Shows the choices with the first one current, right below `line` (in the editor's coordinates), or
    /// above where there is more room. Nothing to choose hides it.
    void show(std::vector<Choice> choices, const QRect &line);

    /// Up, Down, PageUp, PageDown. False where the key is none of these.
    bool navigate(int key);
    /// -1 where nothing is current.
    [[nodiscard]] int current() const;
    [[nodiscard]] int count() const;
    [[nodiscard]] QString textAt(int row) const;
    [[nodiscard]] QListView *list() const noexcept { return m_list; }

signals:
    void chosen(int row);

private:
    void showHelp();
    void place(const QRect &line);

    QWidget *m_editor;
    ChoiceModel *m_model;
    ChoiceDelegate *m_delegate;
    QListView *m_list;
    QLabel *m_help;
};

} // namespace sightglass
