// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/notify/notifysettings.h"

#include <QDialog>
#include <QStringList>

#include <functional>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;
class QTabWidget;

namespace sightglass {

class FieldHint;

/// How the user is told of alerts: grouping, repeating, quiet hours, inhibition, and who else is told, with
/// what became of it. Not modal: open() it and listen for submitted(); who listens answers with accept() or
/// refuse().
class NotifyDialog : public QDialog
{
    Q_OBJECT

public:
    /// Who is told beside the desktop, as it is typed.
    struct Senders
    {
        QStringList alertmanagers; ///< addresses; what is secret and kept elsewhere is masked
        QStringList webhooks;
        QString command; ///< as a shell splits words
        friend bool operator==(const Senders &, const Senders &) = default;
    };
    /// A sender as it is shown, displayable.
    struct SenderLine
    {
        QString name;
        bool isWell = true;
        QString state;   ///< "12 sent, 3 waiting"
        QString problem; ///< of the newest attempt; empty: none
    };
    /// Where what is secret in an address goes.
    enum class Keeping
    {
        InStore,
        ForSession
    };
    /// Why an address, or a command, cannot be used; empty where it can.
    using SendersCheck = std::function<QString(const Senders &)>;

    NotifyDialog(const NotifySettings &settings, const Senders &senders, SendersCheck check,
                 QWidget *parent = nullptr);

    [[nodiscard]] NotifySettings settings() const;
    [[nodiscard]] Senders senders() const;
    /// The secrets could not be kept: says so, and offers to keep them for this session.
    void refuse(const QString &problem);
    void setSenderStates(const std::vector<SenderLine> &lines);

signals:
    void submitted(const sightglass::NotifySettings &settings,
                   const sightglass::NotifyDialog::Senders &senders,
                   sightglass::NotifyDialog::Keeping keeping);
    /// A notification to see whether it comes.
    void testRequested();

private:
    [[nodiscard]] QWidget *desktopPage();
    [[nodiscard]] QWidget *quietPage();
    [[nodiscard]] QWidget *sendersPage();
    void validate();
    void submit(Keeping keeping);
    void setEditable(bool editable);

    NotifySettings m_settings;
    SendersCheck m_check;
    QLineEdit *m_groupBy;
    QLineEdit *m_wait;
    QLineEdit *m_interval;
    QLineEdit *m_repeat;
    QCheckBox *m_resolved;
    QCheckBox *m_sound;
    QPlainTextEdit *m_quiet;
    QPlainTextEdit *m_inhibit;
    QPlainTextEdit *m_alertmanagers;
    QPlainTextEdit *m_webhooks;
    QLineEdit *m_command;
    QTableWidget *m_states = nullptr;
    QTabWidget *m_tabs;
    FieldHint *m_problem;
    QPushButton *m_forSession;
    QPushButton *m_ok = nullptr;
    bool m_isBusy = false; ///< submitted, and not answered yet
};

} // namespace sightglass
