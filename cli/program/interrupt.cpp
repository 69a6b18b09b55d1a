// SPDX-License-Identifier: Apache-2.0
#include "cli/program/interrupt.h"

#include <csignal>
#include <initializer_list>

namespace socai::cli {
namespace {

volatile std::sig_atomic_t came = 0;

}  // namespace

void note_interrupts() {
  struct sigaction action {};
  action.sa_handler = [](int) { came = 1; };
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // and no SA_RESTART: a read that waits ends
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM}) {
    struct sigaction old {};
    // What the caller chose to ignore (nohup, a background job of a script) stays ignored.
    if (sigaction(signal, nullptr, &old) == 0 && old.sa_handler != SIG_IGN) sigaction(signal, &action, nullptr);
  }
}

bool interrupted() { return came != 0; }

}  // namespace socai::cli
