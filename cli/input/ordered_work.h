// SPDX-License-Identifier: Apache-2.0
// Jobs on many threads, results in the order of the jobs: the output does not show how many threads made it.
// At most a few jobs a thread are held at once, so memory does not grow with the length of the input.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace socai::cli {

template <typename Job, typename Result>
class OrderedWork {
 public:
  using Worker = std::function<Result(Job)>;

  // `make_worker` is called once a thread, so that each has scratch memory of its own.
  OrderedWork(std::size_t threads, std::function<Worker()> make_worker)
      : threads_(threads), make_worker_(std::move(make_worker)) {}

  // Takes jobs from `next` until it gives none, and hands each result to `take`; both are called on this thread.
  // What a worker throws is thrown here, when its turn comes.
  void run(const std::function<std::optional<Job>()>& next, const std::function<void(Result)>& take) {
    if (threads_ <= 1) return run_alone(next, take);
    const Stop stop{this};  // also when `next` or `take` throws
    for (std::size_t i = 0; i < threads_; ++i) crew_.emplace_back([this] { serve(); });
    std::deque<std::shared_ptr<Slot>> pending;
    bool more = true;
    while (more || !pending.empty()) {
      while (more && pending.size() < threads_ * kHeldPerThread) {
        std::optional<Job> job = next();
        more = job.has_value();
        if (more) pending.push_back(post(std::move(*job)));
      }
      if (pending.empty()) break;
      take(wait_for(*pending.front()));
      pending.pop_front();
    }
  }

 private:
  static constexpr std::size_t kHeldPerThread = 4;

  struct Slot {
    std::optional<Job> job;
    std::optional<Result> result;
    std::exception_ptr failure;
    bool done = false;
  };

  struct Stop {
    OrderedWork* work;
    ~Stop() { work->stop(); }
  };

  void run_alone(const std::function<std::optional<Job>()>& next, const std::function<void(Result)>& take) {
    const Worker worker = make_worker_();
    while (std::optional<Job> job = next()) take(worker(std::move(*job)));
  }

  std::shared_ptr<Slot> post(Job job) {
    auto slot = std::make_shared<Slot>();
    slot->job = std::move(job);
    {
      const std::lock_guard lock(mutex_);
      queue_.push_back(slot);
    }
    posted_.notify_one();
    return slot;
  }

  Result wait_for(Slot& slot) {
    std::unique_lock lock(mutex_);
    finished_.wait(lock, [&] { return slot.done; });
    if (slot.failure) std::rethrow_exception(slot.failure);
    return std::move(*slot.result);
  }

  void serve() {
    std::optional<Worker> worker;
    while (const std::shared_ptr<Slot> slot = fetch()) {
      try {
        if (!worker) worker = make_worker_();
        slot->result = (*worker)(std::move(*slot->job));
      } catch (...) {
        slot->failure = std::current_exception();
      }
      slot->job.reset();
      {
        const std::lock_guard lock(mutex_);
        slot->done = true;
      }
      finished_.notify_one();
    }
  }

  std::shared_ptr<Slot> fetch() {
    std::unique_lock lock(mutex_);
    posted_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    if (stopping_) return nullptr;
    auto slot = queue_.front();
    queue_.pop_front();
    return slot;
  }

  void stop() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    posted_.notify_all();
    for (std::thread& thread : crew_) thread.join();
    crew_.clear();
  }

  std::size_t threads_;
  std::function<Worker()> make_worker_;
  std::mutex mutex_;
  std::condition_variable posted_;
  std::condition_variable finished_;
  std::deque<std::shared_ptr<Slot>> queue_;
  bool stopping_ = false;
  std::vector<std::thread> crew_;
};

}  // namespace socai::cli
